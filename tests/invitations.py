"""Invitations as the programs for online meetings offer them for copying; everything is invented.

In each, what gets somebody in, or names the host, is between « and »: `marked` takes the marks out.
"""

import re
from dataclasses import dataclass

_RAW = {
    "zoom": """Ada «Invented» is inviting you to a scheduled Zoom meeting.

Topic: December branch meeting
Time: Dec 10, 2026 07:00 PM London

Join Zoom Meeting
https://us02web.zoom.us/j/«00055512002»?pwd=«QWERTYabc1»

Meeting ID: «000 5551 2002»
Passcode: «481516»

---

One tap mobile
+44«2079460001»,,«00055512002»#,,,,*«481516»# United Kingdom

Dial by your location
• +44 «20 7946 0001» United Kingdom
• 0«80 8157 0002» United Kingdom Toll-free

Meeting ID: «000 5551 2002»
Find your local number: https://us02web.zoom.us/u/«kbQxJ3kLm8»

Join by SIP
• «00055512002»@zoomcrc.com

Join by H.323
• 192.0.2.«114» (EMEA)

Passcode: «481516»""",
    "zoom in one line": (
        "Zoom only, Tue 8 Dec 8pm. ID «000 5551 2009», passcode «kettle». Members' Q&A"
    ),
    "zoom with signs": """💻 ONLINE MEMBERS' BRIEFING
🔗 https://us02web.zoom.us/j/«00055512001»?pwd=«abcDEF123»
🔑 «otterly»""",
    "teams": """________________________________________________________________________________
Microsoft Teams Need help?
Join the meeting now
Meeting ID: «300 555 120 02»
Passcode: «Xy7kL2»
________________________________
Dial in by phone
+44 «20 7946 0003»,,«555120021»# United Kingdom, London
Find a local number
Phone conference ID: «555 120 021»#
Join on a video conferencing device
Tenant key: «teams@vc.example.org»
Video ID: «120 555 666 7»
More info
For organizers: Meeting options | Reset dial-in PIN
https://teams.microsoft.com/l/meetup-join/19%3a«meeting_NzA1»%40thread.v2/0?context=«abc123def»
________________________________________________________________________________""",
    "meet": """Branch meeting
Thursday, 10 December · 7:00 – 8:30pm
Time zone: Europe/London
Google Meet joining info
Video call link: https://meet.google.com/«qwe-rtyu-iop»
Or dial: \u202a(GB) +44 «20 7946 0004»\u202c PIN: \u202a«555 120 022»\u202c#
More phone numbers: https://tel.meet/«qwe-rtyu-iop»?pin=«5551200225551»""",
    "calendar": """Branch meeting
Organiser: Ada «Invented»
ada.«invented»@example.org
When: Thu 10 Dec 2026 19:00 – 20:30
Joining info: Join with Google Meet
meet.google.com/«qwe-rtyu-iop»
Join by phone
(GB) +44 «20 7946 0004» (PIN: «555120022»)""",
    "webex": """Ada «Invented» invites you to join this Webex meeting.

Join from the meeting link
https://branch.webex.com/branch/j.php?MTID=«m0123456789abcdef»

Join by meeting number
Meeting number (access code): «2550 512 0023»
Meeting password:
«otterlodge»

Tap to join from a mobile device (attendees only)
+44-20-«7946-0005»,,«25505120023»##

Join from a video system or application
Dial «25505120023»@branch.webex.com
You can also dial 192.0.2.«173» and enter your meeting number.""",
    "webex room": """Ada «Invented»'s Personal Room
https://branch.webex.com/meet/«ada.invented»""",
    "bigbluebutton": """You have been invited by Ada «Invented» to join the room Branch.

To join the meeting, use this link:
https://bbb.example.org/b/«ada-xk3-9tz»

If you cannot join by computer, you can take part by phone:
Dial: +44 «20 7946 0006»
PIN: «55512»
then press #
Moderator access code: «otterhold»""",
    "jitsi": """Join the meeting:
https://meet.jit.si/«HackneyBranch5551»

Join by phone:
+44.20.«7946.0007» PIN: «5551 2007»#

Looking for a different dial-in number?
https://meet.jit.si/static/dialInInfo.html?room=«HackneyBranch5551»""",
    "goto": """Please join my meeting from your computer, tablet or smartphone.
https://meet.goto.com/AdaInvented/«branch-hall»

You can also dial in using your phone.
Access Code: «555-120-028»
United Kingdom: +44 «20 7946 0008»""",
    "whereby": "Hi, join my room: whereby.com/«ada-invented-kitchen»?roomKey=«eyJhbGciOi»",
    "nextcloud": "Talk: https://cloud.example.org/call/«k3xq9tz5» (password is «otterhold»)",
    "own server": "Weekly call on meet.coop.example.org/«branch-5551»?tk=«Zm9vYmFy»",
    "by telephone": """Telephone conference
Dial-in: 020 «7946 0009»
Participant PIN «5551 2009»""",
}


@dataclass(frozen=True)
class Invitation:
    """A text, and what of it nobody but members may read."""

    text: str
    secrets: tuple[str, ...]


def _read(raw: str) -> Invitation:
    secrets = tuple(dict.fromkeys(re.findall("«(.+?)»", raw)))
    return Invitation(raw.replace("«", "").replace("»", ""), secrets)


INVITATIONS = {name: _read(raw) for name, raw in _RAW.items()}


def leaks(public: str, secrets: tuple[str, ...]) -> list[str]:
    """Return which secrets stand in a text, also where their digits are grouped otherwise."""
    bare = re.sub(r"[\s.,·-]", "", public).casefold()
    return [one for one in secrets if re.sub(r"[\s.,·-]", "", one).casefold() in bare]
