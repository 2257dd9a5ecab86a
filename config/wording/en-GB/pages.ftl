### What visitors of the public pages read.
### A branch can replace any of it; $branch, $title, $where and so on are what an admin typed.

pages-site-name = Our meetings
pages-skip = Skip to the meetings
pages-not-found-title = This page does not exist
pages-not-found-text = The address may have a slip in it, or the meeting was taken away.
pages-home-link = See all branches
pages-footer = These pages keep nothing about you: no cookies, no scripts, no counting.
pages-footer-signal = Members can also send the branch’s Signal bot the word meetings.

## The first page

pages-home-title = Branches and their meetings
pages-home-description = When and where each branch meets.
pages-home-branch-next = Next: { $title }, { $when }
pages-home-branch-next-off = Cancelled: { $title }, { $when }
pages-home-branch-none = No meeting planned yet
pages-home-calendar = Calendar of all branches

## A branch

pages-branch-title = Meetings of { $branch }
pages-branch-description = What { $branch } plans, where it meets and who can come.
pages-branch-card-title = When and where we meet, and what is new
pages-branch-card = { $title }: { $branch }.
pages-branch-upcoming = Coming up
pages-branch-none = No meeting is planned at the moment. Have a look again later.
pages-branch-recent = Recently
pages-branch-recent-none = Nothing yet.
pages-branch-follow = Keep up with these meetings
pages-branch-subscribe = Put them in your calendar
pages-branch-subscribe-why = Your calendar then follows every change by itself.
pages-branch-download = Calendar file
pages-branch-feed = Feed for news readers

pages-branch-embed = Show these meetings on your own website
pages-branch-embed-how = Copy this line into your page, where it takes HTML. It loads no script and changes by itself. Taller or lower: change the number after height.
pages-branch-embed-look = See how it looks
pages-embed-all = All meetings, and more about them

pages-branch-told = Announcements

## An announcement

pages-announcement-title = { $title }, { $branch }
pages-announcement-heading = Announcement of { $branch }
pages-announcement-untitled = Announcement
pages-announcement-of = Announcement of { $when }
pages-announcement-posted = Posted on
pages-announcement-corrected = Corrected on { $when }.
pages-announcement-card = { $title } { $when }. { $branch }.
pages-announcement-back = All of { $branch }
pages-taken-back-title = Taken back
pages-taken-back = The branch has taken this announcement back.
pages-covered = [covered words]
pages-covered-show = Covered words: open to read.

## In lists and on a meeting’s own page

pages-cancelled = Cancelled
pages-cancelled-because = Cancelled: { $reason }
pages-date-moved = Moved
pages-date-was = Was planned for
pages-card-moved = Moved from { $when }
pages-over = This date has passed.
pages-online = Online
pages-address-and-online = { $address }, and online
pages-title-off = Cancelled: { $title }
pages-title-moved = Moved: { $title }
pages-place-open = Place to be announced

## One meeting

pages-meeting-title = { $title }, { $branch }
pages-meeting-description = { $when }. { $where }.
pages-meeting-description-moved = Moved to { $when }. It was planned for { $was }. { $where }.
pages-meeting-description-off = Cancelled. It was planned for { $when }. { $where }.
pages-meeting-off = This meeting is cancelled.
pages-meeting-date-off = The next date is cancelled.
pages-meeting-off-why = Reason: { $reason }
pages-meeting-date-moved = This date was moved. It was planned for { $when }.
pages-meeting-when = When
pages-meeting-where = Where
pages-meeting-map = Find it on OpenStreetMap
pages-meeting-online = Join online
pages-meeting-online-members = The link to join online is in the branch’s Signal groups. You can also send the branch’s Signal bot the words meeting { $number }.
pages-calendar-online-members = Online: the link is in the branch’s Signal groups
pages-meeting-access = Access
pages-meeting-access-open = Nothing has been said about access yet. Please ask the branch.
pages-meeting-cost = Cost
pages-meeting-tickets = Book here
pages-meeting-programme = Programme
pages-meeting-contact = Contact
pages-meeting-agenda = Agenda
pages-meeting-papers = Papers
pages-meeting-paper-file = { $name }: send the branch’s Signal bot the words papers { $number }
pages-meeting-dates = More dates
pages-meeting-calendar = Add to your calendar
pages-meeting-calendar-off = Mark it as cancelled in your calendar
pages-meeting-back = All meetings of { $branch }

## Feed

pages-feed-meeting = Meeting
pages-feed-announcement = Announcement
pages-feed-when = When: { $when }
pages-feed-where = Where: { $where }
pages-feed-access = Access: { $access }
pages-feed-cost = Cost: { $cost }
pages-feed-tickets = Book here: { $link }
pages-feed-contact = Contact: { $contact }

## The command that writes them as files

pages-export-help =
    Write the public pages as plain files into DIR, for any web host.

    Everything in DIR is replaced at once. It has to be new, empty, or written by this command.
pages-export-done = { $count } files are in { $path }.
pages-export-foreign = { $path } holds files that this command did not write. Please name a folder that is new or empty.
pages-export-failed = I could not write everything to { $path }. Each page there is as it was, or as it is now.
pages-export-running = The relay is running and has the store to itself. To let it write the pages, put export = "{ $path }" into the table [web] of its settings and restart it.
