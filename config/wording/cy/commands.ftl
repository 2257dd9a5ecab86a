### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in Welsh.

command-meetings = cyfarfodydd
    .help = cyfarfodydd: beth sydd ar y gweill. nesaf: y cyfarfod nesaf, gyda ffeil i’ch calendr. agenda, papers: ar gyfer y cyfarfod nesaf.

command-remind = atgoffa
    .help = atgoffa: dw i’n eich atgoffa yma cyn y cyfarfod nesaf. stop: dw i’n peidio.
