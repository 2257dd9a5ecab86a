# What admins read when nothing gets through somewhere.

lane-captcha =
    Signal wants proof that a person runs this account, and sends nothing until it has it. Everything is kept and waits.
    1. On any phone or computer, open signalcaptchas.org/challenge/generate
    2. Solve the puzzle.
    3. Press and hold “Open Signal”, and copy the link. It begins with signalcaptcha
    4. Send me: captcha, a space, and the link.

lane-signed-out-signal =
    Signal says that this bot’s number is no longer registered, so nothing can be sent. Everything is kept and waits.
    Please tell the person who runs this bot: it has to be registered again.

lane-stuck =
    { $where } has let nothing through since { $since }. Everything is kept, and I keep trying. If this lasts, please tell the person who runs this bot.

lane-freed = { $where } works again. What was waiting is going out now.

lane-was-silent =
    From { $since } on, Signal let nothing through. It works again, and what was waiting is going out now.

captcha-not-wanted = Signal is not asking for a captcha now. Nothing is stuck.

captcha-no-challenge =
    Signal has not told me which captcha it wants, so I cannot hand one in. I try again by myself every few minutes.

captcha-handed-in = Thank you. I have handed it in. Everything that waited goes out as soon as Signal accepts it.

captcha-failed =
    Signal did not accept that solution. They are only good for a short time.
    Please make a new one and send it to me in the same way.
