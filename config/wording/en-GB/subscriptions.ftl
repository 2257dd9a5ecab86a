# What people read who want a branch's announcements by direct message, in no member list.

subscribe-on =
    { $scope ->
        [meetings] You now get the meetings of { $branch } here, reminders of them, and what changes.
       *[all] You now get what { $branch } posts here: announcements, meetings, reminders, and what changes.
    } You are in no member list for this. Admins see how many people get it, and never who.
    I keep your account id so that I can write to you. It is not your phone number. Whoever runs this bot’s computer could see it.
    { $scope ->
        [meetings] For everything: subscribe all.
       *[all] For meetings only: subscribe meetings.
    } To end it: unsubscribe.

subscribe-changed =
    { $scope ->
        [meetings] From now on you get only the meetings of { $branch }, reminders of them, and what changes.
       *[all] From now on you get everything that { $branch } posts.
    } To end it: unsubscribe.

subscribe-already =
    { $scope ->
        [meetings] You get the meetings of { $branch } here already.
       *[all] You get what { $branch } posts here already.
    } To end it: unsubscribe.

subscribe-waiting =
    There is no free place now to get what { $branch } posts. You are on the list for the next one{ $count ->
        [one] .
       *[other] , with { $count } people on it altogether.
    } I write to you as soon as there is one. To leave the list: unsubscribe.

subscribe-full =
    I cannot send what { $branch } posts to any more people, and the list of those who wait is full too. I have kept nothing about you. Please try again another day, or type meetings to see what is coming up.

subscribe-which =
    What which branch posts would you like to get here?
    { $lines }
    Please answer with a number or a name.

subscribe-none = Then I send you nothing by myself.

subscribe-branch = { $index }. { $branch }

subscribe-nowhere = Nobody can get announcements from me by direct message here. Type meetings to see what is coming up.

subscribe-closed = I no longer send announcements to people one by one here, and I have forgotten that you got them. Type meetings to see what is coming up.

unsubscribe-done = You get no more announcements or reminders from me, and I have forgotten that you did. To get them again: subscribe.

unsubscribe-one =
    { $count ->
        [0] You did not get that.
       *[other] That has ended, and I have forgotten it.
    } You still get: { $branch }. To end that too: unsubscribe, and its name.

silence-on =
    From now on I write to you only about what you ask me for, and what is about yourself. You stay in your groups, and nobody is told. { $comes ->
        [announcements] You still get announcements here, because you asked for them. To end that too: unsubscribe
        [reminders] You still get the reminders you asked for. To end that too: stop
       *[none] {""}
    }
    To let me write to you again: unsilence

silence-off = I may write to you again: when you are invited to a group, say, or when the branch asks its members a question.

silence-not-on = You have not told me to be silent, so nothing changes. To do that: silence

unsubscribe-nothing = You do not get any announcements from me by direct message, so there is nothing to end. To get them: subscribe.

preview-direct =
    { $people ->
        [one] … and 1 person who gets it directly.
       *[other] … and { $people } people who get it directly.
    }

stats-direct =
    { $readers ->
        [0] Nobody gets it directly any more. It went to { $sent } so.
        [one] It has gone to { $sent } directly. 1 person gets announcements so now.
       *[other] It has gone to { $sent } directly. { $readers } people get announcements so now.
    }

place-subscribers = Signal, for those who get announcements directly,

lane-captcha-subscribers =
    Signal wants proof that a person runs this account before I send more announcements to those who get them directly. They are kept and wait. Groups and answers are not held up.
    1. On any phone or computer, open signalcaptchas.org/challenge/generate
    2. Solve the puzzle.
    3. Press and hold “Open Signal”, and copy the link. It begins with signalcaptcha
    4. Send me: captcha, a space, and the link.

status-place-subscribers = Signal, direct announcements
