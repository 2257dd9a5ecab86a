### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in Turkish.

command-meetings = toplantılar
    .help = toplantılar: planda ne var. sonraki: sonraki toplantı, takviminiz için bir dosyayla. agenda, papers: sonraki toplantı için.

command-remind = hatırlat
    .help = hatırlat: sonraki toplantıdan önce burada hatırlatırım. dur: artık hatırlatmam.
