### The signed feed: what a branch says in public, so that any copy of it can be checked.
### $branch, $name and $origin are names; $number is that of an announcement.

## What readers of the feed see

signed-feed-title = { $branch }: signed announcements
signed-feed-description = What { $branch } has posted in public, corrected and taken back. Each entry is signed, so that a copy can be checked.
signed-feed-entry-post = { $origin ->
    [none] Announcement { $number }
   *[other] { $origin }: passed on as announcement { $number }
}
signed-feed-entry-correction = { $origin ->
    [none] Announcement { $number }, corrected
   *[other] { $origin }: announcement { $number }, corrected
}
signed-feed-entry-retraction = Announcement { $number }, taken back
signed-feed-entry-false = Warning: this is false
signed-feed-entry-withdrawn = A warning was taken back
signed-feed-entry-key = A new key
signed-feed-entry-restart = Back from a backup
signed-feed-without-gone = These words no longer stand.
signed-feed-without-retraction = The branch has taken this announcement back.
signed-feed-without-withdrawn = A warning was wrong, and was taken back.
signed-feed-without-key = From here on the branch signs with another key. The old key vouches for it.
signed-feed-without-restart = The branch lost its computer and came back from a backup. What it said after the backup was made is not here any more.

## On the branch’s page

signed-branch-title = Is it real?
signed-branch-why = Everything posted here is signed with this key:
signed-branch-verify = Check a message that you were sent
signed-branch-feed = Signed feed, for programs

## The page on which anybody checks a text

signed-verify-title = Did { $branch } post this?
signed-verify-label = Paste the message that you were sent
signed-verify-kept = What you paste is not kept, and goes nowhere else.
signed-verify-ask = Check it
signed-verify-answer = Answer
signed-verify-yes = Yes. { $branch } posted exactly these words, on { $when }, and they still stand.
signed-verify-origin = They come from { $origin }. The branch has passed them on.
signed-verify-read = Read it on the branch’s page
signed-verify-warning = No. This is false: { $branch } warned of it on { $when }.
signed-verify-no = We do not know these words. { $branch } has nothing public that reads exactly like this.
signed-verify-no-why = Perhaps one letter or one figure is different: then somebody may have changed it. Perhaps it was corrected or taken back. Or it was posted only in Signal groups, which this page does not know.
signed-verify-no-do = If it asks for money, bank details or a password, do nothing yet. Send it to the branch’s Signal bot, or ask an admin.
signed-verify-nothing = Nothing was pasted. Copy the whole message, then paste it here.
signed-verify-later = Many people are asking just now. Please try again in a minute.
signed-verify-elsewhere = This page cannot answer questions itself. Send the message to the branch’s Signal bot. It tells you whether the branch posted it.
signed-verify-key-title = The branch’s key
signed-verify-key = This is the fingerprint of the key. It is also on the branch’s printed card and in the profile of its Signal bot. If one of them is different, something is wrong: ask an admin.
signed-verify-whole = For people who want to check the signatures themselves
signed-verify-key-whole = The whole key (Ed25519):
signed-verify-feed = Everything that was posted, with its signatures:
signed-verify-feed-link = the signed feed
signed-verify-command = The program of this page checks it with:
