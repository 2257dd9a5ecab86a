### Reviewed: no. Not yet read by a native speaker.
### What members can type, in the help, in easy English.

command-meetings = meetings
    .help = meetings: what is planned. next: the next meeting, with a file for your calendar. agenda, papers: for the next meeting.

command-remind = remind me
    .help = remind me: I remind you here before the next meeting. stop: I no longer do.
