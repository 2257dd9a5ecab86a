### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in Polish.

command-meetings = spotkania
    .help = spotkania: co jest w planie. następne: następne spotkanie, z plikiem do kalendarza. agenda, papers: na następne spotkanie.

command-remind = przypomnij
    .help = przypomnij: przypominam tu przed następnym spotkaniem. stop: już nie przypominam.
