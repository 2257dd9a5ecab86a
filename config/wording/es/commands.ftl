### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in Spanish.

command-meetings = reuniones
    .help = reuniones: lo que está previsto. próxima: la próxima reunión, con un archivo para tu calendario. agenda, papers: para la próxima reunión.

command-remind = recordar
    .help = recordar: te lo recuerdo aquí antes de la próxima reunión. salir: ya no te lo recuerdo.
