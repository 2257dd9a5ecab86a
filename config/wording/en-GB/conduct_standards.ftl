# The standards of a branch: behaviours, not beliefs. Moderators choose from them what somebody has done.

## What every branch begins with; from the first one that the branch changes, its own list counts. `.title` is what people call it.

standard-off-topic = Coming back again and again to what a group is not for, after being asked to stop.
    .title = Off topic
standard-bad-faith = Arguing to wear others out: twisting what they said, repeating what was shown to be untrue, starting quarrels.
    .title = Bad faith
standard-excluding = Mocking people, talking over them or leaving them out for who they are.
    .title = Excluding
standard-harassing = Insults, threats, unwanted messages, or going on at somebody who has asked for it to stop.
    .title = Harassing
standard-exposing = Passing on somebody’s name, number, picture, words or whereabouts without their yes.
    .title = Exposing somebody
standard-spam = Adverts where they do not belong, the same text in many groups, asking for money.
    .title = Spam
standard-pretending = Speaking as the branch, as a moderator or as somebody else.
    .title = Pretending

standard-line = { $number }. { $title }: { $text }

standards-end = If something is wrong, write to me: { $report }
