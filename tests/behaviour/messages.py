"""What people say and do, tried in the states of `states`.

`EVERYWHERE` is tried in each of them; `ASKED` where a yes or no is waited for as well; `AT_REST`
where nothing is open, since there it is decided by who somebody is. `{case}` is the name of a case.
"""

from collections.abc import Mapping

from behaviour.play import (
    PICTURE,
    PROGRAM,
    VOICE,
    Act,
    asks_by_poll,
    deletes,
    edits,
    in_group,
    later,
    quotes,
    quotes_own,
    reacts,
    reacts_in_group,
    says,
    sends,
    shares_contact,
    takes_thumb_off,
    votes,
)

LONG = "The rent has gone up again and nobody has told us why. " * 30
TOO_LONG = "The rent has gone up again and nobody has told us why. " * 90

_EVERYWHERE = """
yes|👍|no|stop|cancel|skip|done|all|send|0|1|2|not sure|thanks|help|whoami
report|case|cases|erase|hide|numbers|garden rota|announce|announce The hall is open.
edit|edit 2|edit 2 The hall is shut.|edit The hall opens at five.|retract|retract 2|queue|status
cancel 3|cancel 4 because snow|move 4 to Friday 7pm|agenda 4 Rents|rsvp 4|meeting|meetings|next
remind me|agree 9|captcha|close {case} resolved|reply {case} Thank you.|note
Thursday 7pm|Town Hall|/help|qwrtz plk
"""
_ASKED = """
y|Yes please!|YES.|👍🏽|N|No thanks|drop it|both|post it|3|12|ok|❤|maybe|later|?|hello|tidy
report He shouted at me.|help me|phrase one two three four|announce tomorrow 9am: Tea at ten.
post Tea at four.|edit 2|status 2|where 4 Library|agenda|refuse 9|confirm admin 1|branch meeting
retarct 2|!STATUS|STATUS 2.|now|agree|refuse
"""
_AT_REST = """
menu|start|hi|commands|what can you do|Who am I?|who are you|HELP!|Help.|helpline|helplines
complaint|safeguarding|i want to report something|make a complaint|reprot|please help me
garden rotta|erase {case}|resume|resume {case} one two three four|phrase|note Something|tidy up
unsubscribe|announcement|announce:Tea|Announce-Tea|anounce Tea at four.
announce yesterday 9am: Tea|announce Friday: Tea|publish|send it|undo|list|change|queue 3|cancel
cancel 2|cancel 99|edit 99 x|edit 4 New words|edit 1 Old words|edit 5|retract 4|retract 1
retract 99|retract #2|status 3|status 99|statsu|agree|refuse|agree 1|confirm|confirm admin
confirm officer|confirm officer 1|captcha signalcaptcha://solved|signalcaptcha://solved|event
meting|meeting 4|meeting 99|meeting 5|when is the next meeting?|what’s on this week?
is there a meeting tomorrow?|events|diary|next meeting|agenda 4|agenda 99|papers|papers 4
papers 4 https://example.org/p.pdf|access 4 Step-free|access|move|move 4|move 5
move 5 to Friday 7pm|move 99 to Friday|move 2 to Friday|move 4 to 30 February
move 4 to yesterday|reschedule 4 to Friday 7pm|where|where 4|where 99 x|venue 4 Library|cancel 4
cancel 5|cancel 5 because rain|cancel 7|cancel 7 because rain|move 7 to Friday 7pm|rsvp|rsvp 5
rsvp 7|rsvp 99|remind me 5|remind me 99|stop reminding me|stop reminders|case {case}|case {Roy}
{case}|cases all|missed|reply|reply {case}|reply {case} Ring Sam Example.
reply Nobody Here 12 Hello|claim|claim {case}|note {case} She sounds afraid.|escalate {case}
status {case} We meet on Thursday.|decide {case} We talk to him.|close|close {case}
close {case} whatever|reopen {case}|reopen {Roy}|mute {case}|unmute {case}|hold {case}|hold on
release {case}|handover {case}|handover {case} national|export {case}|answer {case} Hello
groups|groups check|groups keep 1|join|join 1|join Forum|leave 1|I want to leave him
suggest group Tenants: repairs|subscribe|subscribe meetings|advert|advert A sofa, for nothing.
advert down|advert yes 1|ballot|ballot Shall we strike?|pause 1 30m|unpause 1
about me|about me file|forget me|privacy
07700 900123|https://example.org/a|Sam shouted at me, and I do not want to meet him again.
"""


def _said(lines: str) -> dict[str, Act]:
    return {text: says(text) for line in lines.split("\n") for text in line.split("|") if text}


EVERYWHERE: Mapping[str, Act] = {
    **_said(_EVERYWHERE),
    "(two lines)": says("Title: Branch meeting\nWhen: Thursday 7pm"),
    "(picture)": sends("", PICTURE),
    "(voice note)": sends("", VOICE),
    "(thumb)": reacts("👍"),
    "(heart)": reacts("❤"),
    "(quotes the newest) yes": quotes("yes"),
    "(quotes the newest) Words.": quotes("That is right."),
    "(quotes a case) Thank you.": quotes("Thank you for telling us.", "part 1"),
    "(edits to) Other words.": edits("Other words altogether."),
    "(edits to) announce": edits("announce The hall opens at five."),
    "(deletes)": deletes,
    "(an hour later) yes": later(says("yes"), hours=1, minutes=1),
    "(an hour later) Words.": later(says("Tea at four."), hours=1, minutes=1),
}

ASKED: Mapping[str, Act] = {
    **_said(_ASKED),
    "(blank)": says("  "),
    "(thumb on the message before)": reacts("👍", back=2),
    "(thumb, taken off)": takes_thumb_off,
    "(contact)": shares_contact,
}

_CONDUCT = """
complain|complaints|complaint {matter}|complaint {matter} More.|complaint {matter} move|decide
complaint {matter} withdraw|decide {matter}|decision yes {matter}|decision no {matter}|decisions
decision {matter}|ask {matter} Why?|offer {matter}|close {matter} Done.|talk {matter} Hello.|talk
talk no|talk bring|appeal|appeal {matter} It was a joke.|appeals|my decisions|lift {matter}
undo {matter}|shorten {matter} 3 days|out {matter}|moderate|moderators|resign|standards
suggest standard Late: After eleven|join 1|groups|flood over|complaint 999|appeal 999|decision 999
move|withdraw|You lot are rats|it was a joke|silence
"""

CONDUCT: Mapping[str, Act] = _said(_CONDUCT)

_TRUST = """
is this real|is this real?|real|check this|false|false 1|not false 1|false yes 1|false no 1
false https://portal.example.com|following|follow|follow 1|unfollow 1|trust 1|trust 1 off|trust me
pass on 1|pass it on|ignore 1|ignore him|members|contacts|contacts export|contact list
contact-list off|questions|questions 1|why signal|why not whatsapp?|is signal safe|another app?
too difficult|I do not want another app|about me|about me file|forget me|privacy|leaflet
He says he will kill me.|Please join at https://portal.example.com
"""

TRUST: Mapping[str, Act] = _said(_TRUST)

AT_REST: Mapping[str, Act] = {
    **_said(_AT_REST),
    "(a long text)": says(LONG),
    "(announce, a text that is too long)": says("announce " + TOO_LONG),
    "(only an emoji)": says("😀"),
    "(invitation)": says(
        "meeting Title: Branch meeting\nWhen: Thursday 7pm\nWhere: Town Hall\n"
        "Agenda: Rents\nPapers: none\nAccess: step-free"
    ),
    "(announce, picture)": sends("announce The new hall.", PICTURE),
    "(program)": sends("", PROGRAM),
    "(picture, seen once)": sends("", PICTURE, view_once=True),
    "(thumb in the group)": reacts_in_group,
    "(in the group) help": in_group("help"),
    "(in the group) announce": in_group("announce Tea at four."),
    "(votes)": votes,
    "(poll)": asks_by_poll,
    "(quotes oneself)": quotes_own,
    "(quotes a case) close": quotes("close resolved", "part 1"),
    "(quotes a case) note": quotes("note She sounds afraid.", "part 1"),
    "(heart on the message before)": reacts("❤", back=2),
}

LONG_AFTER: Mapping[str, Act] = {
    "(two days later) yes": later(says("yes"), days=2),
    "(two days later) agree 11": later(says("agree 11"), days=2),
    "(two days later) cancel 11": later(says("cancel 11"), days=2),
    "agree 11": says("agree 11"),
    "refuse 11": says("refuse 11"),
    "cancel 11": says("cancel 11"),
    "status 11": says("status 11"),
    "agree 10": says("agree 10"),
    "refuse 10": says("refuse 10"),
}
"""Where another admin has to agree: for number 9, 10, or the one that was just proposed."""
