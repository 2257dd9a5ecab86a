### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in Portuguese.

command-meetings = reuniões
    .help = reuniões: o que está previsto. próxima: a próxima reunião, com um ficheiro (arquivo) para o calendário. agenda, papers: para a próxima reunião.

command-remind = lembrar
    .help = lembrar: lembro aqui antes da próxima reunião. sair: deixo de lembrar.
