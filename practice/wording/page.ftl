### The practice page. Read by newcomers, in a browser. No choices in here: the page fills in { $names } itself.

page-title = Branch Relay: practice
page-practice = Practice
page-skip = Skip to the phones
page-loading = Opening the phones …
page-reconnecting = The connection is lost. Reconnecting …
page-error-away = The practice server does not answer. Is it still running?
page-error-unknown = That did not work.
page-close = Close
page-cancel = Cancel

## The phones

page-phones = Phones
page-phone = { $name }’s phone: { $role }
page-shown = Phones that are shown
page-whose = Whose phone
page-chats = Chats
page-chat-empty = No messages yet
page-unread-one = { $count } unread message
page-unread-other = { $count } unread messages
page-back = Back to the chats
page-back-unread-one = Back to the chats, { $count } unread message
page-back-unread-other = Back to the chats, { $count } unread messages
page-bot-about = The branch’s bot
page-bot-note = Practice: only the bot reads what is written here. Touch a message below to send it, or write your own.
page-members-one = { $count } member
page-members-other = { $count } members
page-log = Messages: { $chat }
page-below-one = { $count } new message
page-below-other = { $count } new messages
page-today = Today, { $date }
page-yesterday = Yesterday, { $date }
page-you = You
page-timer = Disappears after { $time }
page-timer-set = Disappearing messages
page-timer-off = Never

## A message

page-options = Options for the message of { $name }: { $text }
page-options-mine = Options for your message: { $text }
page-sheet = What to do with this message
page-react = React
page-react-with = React with { $emoji }
page-reaction = { $emoji } from { $names }
page-reply = Reply
page-copy = Copy text
page-copy-refused = The browser did not let the page copy that.
page-edit = Edit
page-delete = Delete for everyone
page-deleted = This message was deleted
page-edited = Edited
page-history = Every version
page-spoiler = Hidden text. Press to read it
page-quote-empty = A file
page-picture = Picture
page-enlarge = Enlarge the picture: { $name }
page-download = Download
page-poll-one = Choose one
page-poll-many = Choose one or more
page-poll-closed = This poll is closed
page-votes-one = { $count } vote
page-votes-other = { $count } votes
page-state-sent = Sent
page-state-delivered = Delivered
page-state-read = Read
page-sending = On its way
page-failed = Not sent.
page-again = Try again
page-give-up = Remove

## Writing

page-write = Write as { $name } to { $chat }
page-write-here = Message
page-send = Send
page-save = Save the change
page-attach = Attach files
page-remove = Remove { $name }
page-replying = Replying to
page-editing = Editing your message
page-cannot-send = Only admins of this group can write here.
page-hints = Messages to try

page-hint-help = help
page-hint-complain = complain
page-hint-announce = announce Public meeting on Thursday at 7pm, Town Hall. Bring a friend! #Hackney
page-hint-haringey = announce Lunch for the picket line: Saturday at noon, outside the depot.
page-hint-queue = queue
page-hint-yes = yes
page-hint-next = next
page-hint-meeting = meeting
page-hint-meetings = meetings
page-hint-remind = remind me
page-hint-report = report
page-hint-cases = cases
page-hint-missed = missed
page-hint-captcha = captcha signalcaptcha://signal-hcaptcha.practice.solved-by-a-person
page-hint-groups = groups
page-hint-join = join Hackney members
page-hint-subscribe = subscribe Hackney branch
page-hint-advert = advert A blue sofa, for nothing, in Dalston. Ask for me at the stall.
page-hint-hello = Hello everybody!
page-hint-when = When do we meet?

## What the public sees

page-column = What the public sees
page-bluesky = Bluesky
page-bluesky-down = Bluesky does not answer. What stood here last:
page-feed-empty = Nothing is posted yet. Write “announce” and a text on Alex’s phone, and then “yes”.
page-public = Public page
page-public-short = Web page
page-public-which = Which page
page-public-again = Load the page again
page-public-empty = There is no public page yet.

## Time and faults

page-controls = Time and faults
page-practice-time = Practice time:
page-time = Time travel
page-hour = +1 hour
page-day = +1 day
page-hour-ahead = 1 hour ahead
page-day-ahead = 1 day ahead
page-faults = Try a fault
page-fault-captcha = Signal wants a captcha
page-fault-bluesky = Bluesky is down
page-fault-relay = Relay is killed
page-begin-again = Start over

page-all-well = All is well. Nothing is waiting.
page-on-its-way-one = { $count } message is on its way.
page-on-its-way-other = { $count } messages are on their way.
page-relay-starting = The relay is starting …
page-relay-off = The relay is not running. What people write is held for it, and nothing is lost.
page-held-one = The relay is not running. { $count } message is held for it, and nothing is lost.
page-held-other = The relay is not running. { $count } messages are held for it, and nothing is lost.
page-captcha-waits = Signal wants proof that a person is there. { $count } of the bot’s messages are waiting, and none is lost. An admin can solve it: see Alex’s phone.
page-captcha-none = Signal wants proof that a person is there. What the bot sends now will wait, and nothing is lost.
page-bluesky-waits = Bluesky does not answer. Waiting: { $count }. Signal goes on, and nothing is lost.
page-bluesky-none = Bluesky does not answer. What goes there now will wait, and nothing is lost.
page-lane = { $name }: { $count } waiting
page-lane-blocked = { $name }: blocked, { $count } waiting
page-host-reads = What the host reads

## What the server can see

page-seen = What the server can see
page-seen-reading = Reading the database, the log and the metrics …
page-seen-again = Read it again
page-seen-tables = Database: { $count } tables
page-seen-log = Log
page-seen-metrics = Metrics
page-seen-nothing = There is nothing in it.
page-searched = Searched for everywhere
page-hits-none = not found
page-hits-one = found once
page-hits-other = found { $count } times
page-rows-one = { $count } row
page-rows-other = { $count } rows

## Groups themselves

page-group = About this group
page-group-no-description = This group has no description.
page-group-posts-every-member = Everybody in it may write.
page-group-posts-only-admins = Only admins may write.
page-group-link-disabled = Its link is switched off.
page-group-link-enabled = Whoever has its link is in at once.
page-group-link-enabled-with-approval = Whoever has its link has to be let in.
page-group-who-writes = Who may write
page-group-name = Name
page-group-rename = Rename it by hand
page-group-admin = admin
page-group-leave = Leave the group
page-invited = You are invited to “{ $name }”.
page-accept = Accept
page-decline = Decline
page-links = Groups whose link you have seen
page-follow-link = Follow the link
page-asked = asked

page-poster = A poster in a window
page-poster-look = Look at the poster in the window
page-poster-shows = The branch’s poster: what the bot is for, and a QR code that opens it in Signal
page-poster-scan = Scan it with this phone

## What another member could find out

page-found = What a member could find out
page-found-by = On the phone of
page-found-about = about

## The tour

page-tour = Tour
page-tour-title = A tour of Branch Relay
page-tour-about = Watch it work: a meeting is announced, changes its place, somebody reports what happened and is answered, Signal stops, the plug is pulled, a group comes right, a sofa finds a home. Nothing is faked.
page-tour-play = Play the tour
page-tour-pause = Pause
page-tour-go-on = Go on
page-tour-again = Play it again
page-tour-step = One step
page-tour-restart = From the beginning
page-tour-fast = Fast
page-tour-chapters = Chapters
page-tour-chapter = { $number } of { $count }: { $name }
page-tour-ended = That was the tour. Now try it yourself.
page-tour-failed = The story did not happen as it is told.
