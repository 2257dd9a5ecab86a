# What an admin reads about announcements that wait or are posted, and what anybody reads as help.

number-missing = Which one? Please add its number, for example: { $example }. Type status to see the newest ones, or queue to see what is waiting.

number-unknown = I know no announcement with the number { $number } in your branch. Type status to see the newest ones, or queue to see what is waiting.

queue-empty = Nothing is waiting to be posted.

queue-list =
    { $count ->
        [one] One announcement is waiting:
       *[other] { $count } announcements are waiting:
    }
    { $lines }
    To stop one, type cancel and its number. To change one, type edit, move or now and its number.

queue-line = • { $number }, { $branch }, on { $when }: { $text }

queue-line-proposed = • { $number }, { $branch }, needs another admin’s agreement: { $text }

cancel-done = Number { $number } will not be posted.

cancel-too-late =
    Number { $number } is not waiting any more, so it cannot be cancelled.
    To delete something that is posted, type retract { $number }.

change-not-posted = Number { $number } does not stand anywhere, so there is nothing to change.

change-not-posted-yet =
    Number { $number } has not been posted yet. To stop it, type cancel { $number }.
    To change it, type edit { $number } and the new text.

## Drafts that are kept

number-of-draft = Number { $number } is a draft and has not been posted. To look at it, type draft { $number }.

draft-kept =
    I keep this as draft { $number }, for all admins of { $branch }, until { $until }. Nothing has been posted.
    To look at it or post it, type draft { $number }. To see all drafts, type drafts.

# Added where somebody wrote a new draft that begins with the number of an older one.
draft-numbered = If you meant draft { $number }, type draft { $number } and nothing else. To change it, type edit draft { $number } and the new text.

draft-ask-text = What should draft { $number } say? Send me the whole new text, or no to leave it as it is.

draft-stays = Nothing has been posted. Draft { $number } is still kept. To throw it away, type drop draft { $number }.

draft-expired = I have waited for an answer about draft { $number } and stopped waiting. Nothing has been posted, and it is still kept.

draft-changed = Another admin has changed draft { $number } since I showed it to you, so I have not posted it. This is what it says now:

draft-gone = Another admin has posted draft { $number } or asked for it to be posted. I have done nothing. To see where it stands, type status { $number }.

draft-dropped = Draft { $number } is thrown away: { $text }

draft-over = Draft { $number } has been kept for a long time, and I have thrown it away now. It began: { $text }

draft-unknown = I keep no draft with the number { $number } in your branch. To see what is kept, type drafts.

draft-no-meeting = I cannot keep a meeting as a draft. It still waits for your yes or no.

drafts-empty = No drafts are kept. To keep a text for later, type draft and the text.

drafts-list =
    { $count ->
        [one] One draft is kept. All admins of its branch see it:
       *[other] { $count } drafts are kept. All admins of a branch see its drafts:
    }
    { $lines }
    To look at one or post it, type draft and its number. To throw one away, type drop draft and its number. I keep each for { $days ->
        [one] a day
       *[other] { $days } days
    }.

drafts-line = • { $number }, { $branch }, from { $ago }: { $text }

## What is posted once more

again-of =
    { $corrected ->
        [yes] This repeats number { $number } as it was corrected. It was posted on { $when }.
       *[no] This repeats number { $number }, posted on { $when }.
    }

again-of-retracted = Number { $number } was deleted after it was posted on { $when }. Is it right to post it again?

again-of-meeting =
    This repeats the post of meeting { $number }, which is on { $when }. If the meeting changes later, this repeat does not.

again-day =
    { $over ->
        [yes] Please look: “{ $words }” was { $meant }, and that is over.
       *[no] Please look: “{ $words }” meant { $meant } when it was posted.
    }

again-links =
    { $count ->
        [one] Is the link still right?
       *[other] Are the links still right?
    }
    { $links }

again-waits = Number { $number } has not been posted yet, so there is nothing to repeat. To post it at once, type now { $number }.

again-dropped = Number { $number } was never posted, so there is nothing to repeat.

again-meeting-over =
    Number { $number } is a meeting that is over or called off, so I do not post it again.
    To put up a new one, type meeting.

## What waits, and is to wait otherwise

waiting-heading = Nothing has changed yet. This is number { $number } as I will post it on { $when }, if you say yes.

waiting-heading-now = Nothing has changed yet. This is number { $number }. I will post it now, if you say yes.

waiting-answers = Type yes to have it so, or no to leave it as it is. A 👍 on this message also means yes.

waiting-edit-how = Number { $number } waits to be posted. To change what it says, type edit { $number } and the whole new text.

waiting-move-how = When should number { $number } be posted? Type for example: move { $number } tomorrow 9am. To post it at once, type now { $number }.

waiting-move-unclear =
    I am not sure when you mean, or that time is over, so nothing has changed.
    Type a day and a time, for example: move { $number } tomorrow 9am. To post it at once, type now { $number }.

waiting-not-yours =
    Another admin wrote number { $number }, and two of you have to agree. So only they can change it.
    To stop it, type cancel { $number }.

waiting-changed = Number { $number } is not any more what I showed you, or has been posted. I have done nothing. To see what waits, type queue.

waiting-no-more = Number { $number } is not waiting for its time, so I have done nothing. To see what waits, type queue.

waiting-time-over = The time at which number { $number } was to be posted is over. I have changed nothing. To post it at once, type now { $number }.

retract-impossible =
    Number { $number } can no longer be deleted: it was posted more than a day ago, and Signal does not delete messages that old.
    To put something right, type edit { $number } and the new text. The groups will get it as a correction.

retract-impossible-meeting =
    Number { $number } can no longer be deleted: it was posted more than a day ago, and Signal does not delete messages that old.
    If the meeting is off, type cancel { $number } because, and then the reason. Everybody is told.

retract-meeting =
    Number { $number } is a meeting. If it is off, type cancel { $number } because, and then the reason: everybody is told.
    If it should never have been posted, deleting it is right. Nobody is told why, and calendars show it as cancelled.

change-dropped = Nothing has changed. Number { $number } stays as it is.

change-expired = I have waited for an answer about number { $number } and stopped waiting. Nothing has changed.

edit-ask-text = What should number { $number } say instead? Send me the whole new text, or no to leave it as it is.

edit-ask-newest =
    This was posted last, as number { $number }:
    ———
    { $text }
    ———
    What should it say instead? Send me the whole new text, or no to leave it as it is. If you mean another one, type edit and its number.

undo-nothing = There is nothing of yours that I could take back. Type status to see what was posted last, or queue to see what is waiting.

undo-not-posted-yet =
    Number { $number } has not been posted yet: { $text }
    To drop it, type cancel { $number }.

edit-heading = Nothing has changed yet. Number { $number } would then say this.

edit-public-stays = What everybody reads outside the groups stays as it is above. To change that too, type public: and the text.

edit-late = It was posted more than a day ago, and Signal no longer changes messages that old. The groups will get a new message that says it is a correction.

edit-often = It was changed ten times, and Signal does not let me change it once more. The groups will get a new message that says it is a correction.

edit-page = The public page and its feed will have the new text. Who follows the feed may have read the old one.

edit-answers = Type yes to change it, or no to leave it. A 👍 on this message also means yes.

edit-under-way = I am changing number { $number } everywhere. I will tell you when it is done.

edit-proposed =
    Number { $number } stays as it is until another admin agrees. I am asking { $others ->
        [one] the other admin
       *[other] the { $others } other admins
    }, and wait until { $until }.

edit-proposal-heading = Another admin of { $branch } wants to correct number { $number }. Nothing has changed yet. It would then say this.

edit-proposal-answers = To correct it, type agree { $number }. To leave it as it is, type refuse { $number }.

edit-own = The change to number { $number } is yours. Another admin has to agree to it. To take it back, type refuse { $number }.

edit-was-refused = Another admin decided against the change, so number { $number } stays as it is. You may want to talk about it.

correction =
    Correction:
    { $text }

retract-page = It goes from the public page and its feed, too. Who follows the feed may keep a copy.

retract-ask =
    Delete number { $number } everywhere? It says:
    ———
    { $text }
    ———
    { $late ->
        [yes] It was posted more than a day ago, and Signal no longer deletes messages that old. It will stay in the groups. I will delete it on { $places }.
       *[no] I will delete it everywhere I posted it. Some people may have read it already.
    }
    Type yes to delete it, or no to leave it. A 👍 on this message also means yes.

retract-under-way = I am deleting number { $number } everywhere I can. I will tell you when it is done.

## Receipts

# $reached and $failed are the public places that did and did not take it; "none" for none.

receipt-place = { $place } ({ $link })

receipt-places = { $first } and { $more }

receipt-post =
    { $groups ->
        [0] { $reached ->
            [none] { $failed ->
                [none] Not posted: there was no group I could post in. Please ask the person who runs this bot to check the groups.
               *[other] Not posted: { $failed } did not take it.
            }
           *[other] Posted to { $reached }{ $failed ->
                [none] .
               *[other] , but not to { $failed }.
            }
        }
       *[other] Posted to { $done } of { $groups } { $groups ->
            [one] group
           *[other] groups
        }{ $reached ->
            [none] {""}
           *[other] {" "}and { $reached }
        }{ $failed ->
            [none] .
           *[other] , but not to { $failed }.
        }
    }

receipt-edit =
    { $groups ->
        [0] { $reached ->
            [none] { $failed ->
                [none] Number { $number } stands nowhere, so there was nothing to change.
               *[other] Number { $number } could not be changed on { $failed }.
            }
           *[other] Number { $number } is changed on { $reached }{ $failed ->
                [none] .
               *[other] , but not on { $failed }.
            }
        }
       *[other] Number { $number } is changed in { $done } of { $groups } { $groups ->
            [one] group
           *[other] groups
        }{ $reached ->
            [none] {""}
           *[other] {" "}and on { $reached }
        }{ $failed ->
            [none] .
           *[other] , but not on { $failed }.
        }
    }

receipt-edit-late = The groups got it as a new message that says it is a correction.

receipt-change-late = Signal no longer changes the post in the groups: it is more than a day old, or was changed ten times. The notice of the change is there.

receipt-renewed = The groups got a new post with a new card and a new calendar entry. I deleted the earlier one.

receipt-renewed-late = The groups got a new post with a new card and a new calendar entry. An earlier one is more than a day old, so Signal no longer deletes it: it is still there.

receipt-edit-replied = On { $place } somebody had already replied, so the correction is a reply there.

receipt-retract =
    { $groups ->
        [0] { $reached ->
            [none] { $failed ->
                [none] Number { $number } is stopped. What had not been sent yet will not be sent.
               *[other] Number { $number } could not be deleted on { $failed }.
            }
           *[other] Number { $number } is deleted on { $reached }{ $failed ->
                [none] .
               *[other] , but not on { $failed }.
            }
        }
       *[other] Number { $number } is deleted in { $done } of { $groups } { $groups ->
            [one] group
           *[other] groups
        }{ $reached ->
            [none] {""}
           *[other] {" "}and on { $reached }
        }{ $failed ->
            [none] .
           *[other] , but not on { $failed }.
        }
    } Copies that people made may remain.

receipt-retract-late = What is more than a day old still stands in the groups, because Signal no longer deletes messages that old.

receipt-retract-remaining =
    { $count ->
        [one] One post could not be deleted on { $place }, because it belongs to another account now.
       *[other] { $count } posts could not be deleted on { $place }, because they belong to another account now.
    }

receipt-next = It is number { $number }. To correct it, type edit { $number } and the new text. To delete it, type retract { $number }.

receipt-next-meeting =
    It is number { $number }. If something changes, type move { $number }, where { $number }, agenda { $number } or papers { $number }, and then what is new.
    If it is off, type cancel { $number } because, and then the reason. To ask the groups who is coming, type rsvp { $number }.

receipt-missed =
    { $people ->
        [one] Signal could not reach 1 person in the groups.
       *[other] Signal could not reach { $people } people in the groups.
    } They may have a new phone; then the next message reaches them. Or they have left Signal.

receipt-new-phone =
    { $people ->
        [one] It did not reach 1 person in the groups, who has a new phone. They get it from me as a direct message.
       *[other] It did not reach { $people } people in the groups, who have new phones. They get it from me as a direct message.
    }

receipt-failed =
    What went where:
    { $lines }
    I have stopped trying what failed. Please show this to the person who runs this bot.

receipt-still-waiting =
    Number { $number } is taking longer than usual. Nothing is lost, and you need not send it again.
    { $lines }

place-line =
    { $state ->
        [delivered] • { $place }: done
        [queued] • { $place }: waiting, and tried again by itself
        [blocked] • { $place }: waiting, because nothing gets through there now
        [dropped] • { $place }: stopped before it was sent
       *[failed] • { $place }: failed. The answer was: { $reason }
    }

place-of-branch = { $place } of { $branch }

place-signal = Signal

place-page = the public page

place-unknown-group = A group I am no longer in

## Status

status-waiting =
    { $count ->
        [0] Everything that was due has been sent.
        [one] One message is waiting to be sent.
       *[other] { $count } messages are waiting to be sent.
    }

status-new-phones =
    { $count ->
        [one] In the last 24 hours, 1 person set up Signal anew, perhaps on a new phone. I reach them again.
       *[other] In the last 24 hours, { $count } people set up Signal anew, perhaps on new phones. I reach them again.
    }

status-blocked =
    { $place } has let nothing through since { $since }. { $cause ->
        [captcha] It wants a captcha to be solved. Type captcha to hear how.
        [signed_out] The app password no longer works. The person who runs this bot has to set a new one.
        [rate_limited] It has asked me to slow down. I will go on by myself.
       *[unreachable] It cannot be reached. I keep trying by myself.
    }

status-newest =
    { $count ->
        [one] Posted last:
       *[other] Posted last, the newest first:
    }

status-newest-line = • { $number }: { $text }

status-proposed = Number { $number } is waiting for another admin to agree.

status-dropped = Number { $number } was dropped and is not posted.

status-scheduled = Number { $number } will be posted on { $when }.

status-posted =
    Number { $number } was posted on { $when }. { $kind ->
        [post] Where it stands:
        [edit] Where the last change stands:
       *[retract] Where its deletion stands:
    }

## How many it has reached

stats =
    Number { $number }, posted on { $when }, has arrived on the phones of so many people:
    { $lines }
    I only count. Neither you nor I can see who it was, or who has read it.

stats-group =
    { $people ->
        [0] • { $group }: { $delivered }
       *[other] • { $group }: { $delivered } of { $people }
    }{ $over ->
        [yes] {""}
       *[no] {" "}so far
    }

# Posted before receipts were counted.
stats-group-unknown = • { $group }: not counted

stats-nowhere = Number { $number } stands in no group, so there are no phones to count.

stats-asked =
    I am asking { $places } for likes and reposts, and tell you { $blocked ->
        [yes] as soon as anything gets through there.
       *[no] in a moment.
    }

stats-counted =
    Number { $number } on { $place }: { $likes ->
        [0] no likes
        [one] 1 like
       *[other] { $likes } likes
    }, { $reposts ->
        [0] no reposts
        [one] 1 repost
       *[other] { $reposts } reposts
    }.

stats-not-counted = I could not ask { $place } how often number { $number } was liked. It stands there all the same. Please try again later.

## Help

help-admin =
    You look after { $branches }. Write to me here, never in a group.

    { $posting }

    { $arranging }
    meetings: what is planned.

    Nobody in the groups sees which admin posted.

help-report = If something has happened that should not have, type report. You can tell us here, and the people who read it do not see who you are. Nothing is sent until you say so. To take my messages off this phone, type hide.

help-member =
    I post what the branch announces: meetings, agendas and changes.
    { $attending }
    I do not post for members, and what you write here is not shown to the groups.
    If you should be able to post for a branch, type whoami.

help-joining =
    Groups
    { $lines }

help-keeper =
    You look after groups that people ask to join.
    { $lines }

help-conduct =
    How people treat each other
    { $lines }

help-moderating =
    You look after conduct in groups. Write to me here, never in a group. Nobody outside reads who you are.
    { $lines }

help-decided =
    What moderators write to you, or have decided
    { $lines }

whoami =
    { $role ->
        [admin] You are an admin here. Your account id is in the next message.
       *[member] Your account id is in the next message. Give it to the person who runs this bot if they should make you an admin.
    } It is not your phone number, and nobody can call you with it.

fallback-admin = I did not understand that, so I have done nothing. To post something, begin with the word announce. To see what else I can do, type help.

fallback-officer =
    I did not understand that, so nothing has been sent to anybody.
    To answer a case, quote one of its parts, or type reply and its name. To see what else I can do, type help.

fallback-thanks = Happy to help. To see what I can do, type help.

fallback-still-waiting = I am not sure what you mean, so I have done nothing yet. I am waiting for a yes or a no to what I asked last.

fallback-nothing-open = Nothing is waiting for an answer from you. To see what I can do, type help.

# These come after the line that says what to do in danger (report-danger). Whoever reads one may be
# afraid, and somebody else may look at the phone: the same is said to every member.
fallback-member =
    { $sent ->
        [file] I am only a bot. I cannot look at pictures or listen to recordings here, so nobody has that.
       *[words] I am only a bot, and I did not understand that. Nobody has read it.
    } To see what I can do, type help.

# Put after the ones above.
fallback-reach =
    { $teams ->
        [no] To see people you can talk to, type helplines.
       *[yes] To tell people here in confidence that something has happened, type report.
    }{ $who ->
        [official] {" "}To add to something you have sent that way, begin your message with its name.
       *[member] {""}
    }

fallback-edit = You changed a message that I had read already, and nobody has read the new words. If they are for me, please send them as a new message.

fallback-did-you-mean = I did not understand that, so I have done nothing. Did you mean { $command }? Then please begin your message with that word.

# Also read by whoever writes a report, perhaps on a phone that somebody else looks at.
enough = That was a lot of messages in a short time, so I pause here for a while and take in nothing new. Nothing is wrong, and what came before is safe. Please write again in an hour.

dead-letter-sender =
    Something went wrong here with a message you sent, and I could not act on it. It was not your fault.
    Please send it again, perhaps in other words. I have told nobody what you wrote.

# Also read by whoever writes a report, perhaps on a phone that somebody else looks at.
unreadable-kind =
    That is something I cannot read, such as a contact, a poll or a payment. I have told nobody about it.
    If it was meant for me, please write it as a plain text message.

# Somebody rang the bot. Said after what to do in danger.
call-not-taken = I cannot be rung. Nobody heard that, and nobody is told of it. I only read what is written here. Type help to see what you can write.

# Signal’s own program could not open it. It may have been a message in a group.
unreadable-lost =
    A message of yours reached me, but I could not open it. It was not your fault. If you have not written to me today, you need do nothing.
    If you have, and I did not answer, please write it again as a plain text message.

dead-letter-admin =
    { $count ->
        [one] One message that was sent to me could not be handled, after several tries. I asked its sender
       *[other] { $count } messages that were sent to me could not be handled, after several tries. I asked their senders
    } to try again.
    Please ask the person who runs this bot to look for dead_letter in its log.
