### Reviewed: no. Not yet read by a native speaker.
### What comes to somebody from those who read it, in easy English.

casework-answer =
    From the team, about { $case }:

    { $text }
    .discreet =
    About { $case }:

    { $text }

casework-closed-reporter =
    { $days ->
        [0] About { $case }: the team has closed it.
        [one] About { $case }: the team has closed it. Is that wrong? Then write here within one day.
       *[other] About { $case }: the team has closed it. Is that wrong? Then write here within { $days } days.
    }

casework-reopened-reporter = About { $case }: the team has opened it again.

casework-escalated-reporter =
    About { $case }: another team looks after it now. { $count ->
        [0] Nobody new can read it.
        [one] One more person reads it now.
       *[other] { $count } more people read it now.
    } They do not know who you are. To see what is happening, type case.

casework-escalation-reporter =
    About { $case }: what you wrote still waits for an answer. I am sorry. It is not forgotten. { $next ->
        [told] I tell the next in line that something waits. I do not tell them what it says.
       *[nobody] There is nobody else I could tell. I keep reminding the team.
    }

casework-unreached-reporter = About { $case }: what you sent has not reached anybody yet. I am sorry. It is kept safe here. I keep trying. You need not send it again.
