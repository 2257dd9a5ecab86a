# Questions to members by direct message: what admins and members read.

ballot-ask-branch =
    For which branch?
    { $lines }

ballot-ask-question = What would you like to ask members? Please send me the question. To stop, type no.

ballot-ask-answers = Which answers are there to choose from? Please send me between 2 and 10 of them, each on a line of its own.

ballot-ask-until = Until when can people answer? For example: Friday 6pm. It can be from an hour to 30 days from now.

ballot-ask-to =
    Who is asked?
    { $lines }
    Please answer with one or more names, with a comma between them.

ballot-to-subscribers = • subscribers: those who get announcements directly, not only meetings ({ $people })

ballot-subscribers = subscribers

ballot-to-group = • { $group } ({ $people })

ballot-too-long = That is too long for a question to members. Please keep the question under 500 characters and each answer under 100.

ballot-too-few = That asks { $people } people. With fewer than 5, everybody could work out who answered what, so I do not ask. Please ask more people, or talk with them.

ballot-open-already =
    A question is open already: “{ $question }”
    { $answered } of { $asked } have answered. It ends on { $until }. Then I tell the admins how many chose what.
    Nobody can ask me who answered, or what: I keep no names. To call it off: ballot off

ballot-none = No question to members is open. To ask one: ballot, and the question.

ballot-preview =
    { $branch } would ask { $people } people by direct message:

    { $text }

    Asked: { $targets }
    When it ends, I count and tell the admins. I destroy who answered what, and the reasons once you have them.
    Please know: while it is open, whoever runs this bot’s computer could find out who answered what. And people can answer once for each account that they have here: it is an opinion, not an election.

ballot-answers = To send it: yes. To drop it: no.

ballot-needs-second = Another admin has to agree before it goes out.

ballot-text =
    { $branch } asks: { $question }

    { $answers }

    To answer, type vote and the number, for example: vote 2
    You may add why: vote 2 because it suits me. Please write no names there: the admins read it, without yours.
    You can change your answer until { $until }. It is counted without names. Until then, whoever runs this bot’s computer could find out what you answered.

ballot-answer = { $index }. { $answer }

ballot-opened = The question is on its way to { $people } people. I tell the admins on { $until } how many chose what. To see how many have answered: ballot

ballot-dropped = I have asked nobody.

ballot-expired = Nobody said yes in time to your question to members, so I have asked nobody. To begin again, type ballot.

ballot-time-over = The time until which people could answer is over, or too near. Nobody was asked. To begin again, type ballot.

ballot-off-ask = Shall I call off “{ $question }”? { $answered } have answered. Nothing is counted then, and all answers are destroyed. Yes or no?

ballot-off-done = I have called it off and destroyed the answers. Whoever answers now is told so. If members are to know, please announce it.

ballot-off-kept = It goes on.

ballot-outcome =
    The question “{ $question }” has ended. { $total } of { $asked } answered:
    { $lines }
    I have destroyed who was asked and who answered what.

ballot-outcome-line = • { $answer }: { $count }

ballot-outcome-reasons =
    Reasons for “{ $answer }”, in no order:
    { $lines }

ballot-outcome-other-reasons =
    Other reasons, in no order. I do not say for which answer, because too few people gave it:
    { $lines }

ballot-outcome-withheld = { $reasons ->
    [one] One reason is not shown.
   *[other] { $reasons } reasons are not shown.
 } Fewer than 5 people chose what they are for, so you could work out who wrote them. I show them to nobody, and have destroyed them.

ballot-reason = • { $reason }

ballot-outcome-draft = To announce the outcome, look at the draft that I have written: draft { $number }. Nothing is posted before your yes.

ballot-announcement =
    You were asked: { $question }
    { $total } answered:
    { $lines }

vote-counted =
    Your answer is counted: { $answer }.{ $reason ->
        [kept] {" "}Your reason goes to the admins when it ends, without your name.
        [link] {" "}Your reason has a link in it, so I have left it out. To give one without: vote { $number } because …
        [long] {" "}Your reason is too long, so I have left it out. To give a shorter one: vote { $number } because …
       *[none] {""}
    } You can change it until { $until }: vote and another number.

vote-changed =
    Your answer is now: { $answer }. The one before is gone.{ $reason ->
        [kept] {" "}Your reason goes to the admins when it ends, without your name.
        [link] {" "}Your reason has a link in it, so I have left it out. To give one without: vote { $number } because …
        [long] {" "}Your reason is too long, so I have left it out. To give a shorter one: vote { $number } because …
       *[none] {""}
    }

vote-danger = I have counted your answer and passed your words on to nobody. To tell somebody in confidence, type report.

vote-which =
    You are asked more than one thing. Please type the number of the question too:
    { $lines }

vote-which-line = vote { $number } 2 … for: { $question }

vote-unknown = The answers are 1 to { $count }. For example: vote 1. Nothing is counted yet.

vote-none = No question is open that I have asked you. If I did ask you something, its time is over or it was called off, and this was not counted.

vote-unsure = I have passed this on to nobody and counted nothing. If { $number } is your answer to the branch’s question, type: vote { $number }
