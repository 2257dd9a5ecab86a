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

## relay verify, in a terminal: it checks a copy of a feed

verify-help =
    Check a signed feed: whether every entry is from the branch, nothing is left out and nothing was changed.

    FILE-OR-URL is the address of a feed (https://…/b/NAME/signed.json), or a copy of it. No settings are needed.
verify-help-key = The key, or its fingerprint as it stands on the branch's card. Without it, nobody knows whose feed it is.
verify-help-text = A file with a message that you were sent; - reads it from the keyboard. Says whether the branch posted exactly these words.
verify-holds = { $count ->
    [one] This feed holds: { $branch }, one entry.
   *[other] This feed holds: { $branch }, { $count } entries.
}
verify-from = It begins with entry { $number }. What came before was not looked at.
verify-newest = The newest entry is { $number }, of { $when }. An old copy looks just the same: newer entries may stand at the branch's own address.
verify-key = It is signed with the key { $fingerprint }.
verify-compare = Compare that with the branch's printed card, its page, or the profile of its Signal bot. Or type it after --key.
verify-older-key = The key that you named is an older one. It vouches for the key that signs now.
verify-broken = Do not trust this feed.
verify-at = It shows at entry { $number }.
verify-not-read = I could not read { $source }.
verify-text-said = The branch posted exactly these words on { $when }, and they stand (entry { $number }).
verify-text-false = These words are false. The branch warned of them on { $when } (entry { $number }).
verify-text-unknown = Nothing that stands in this feed reads exactly like that. It may have been changed, corrected, taken back, or sent to the groups alone.

## What is wrong with a feed. Also read by admins of branches that follow it.

signed-feed-unreadable-too-large = This is too large to be a signed feed.
signed-feed-unreadable-no-json = This is not a signed feed.
signed-feed-unreadable-no-feed = This is not a signed feed of this kind.
signed-feed-unreadable-not-canonical = This is not a signed feed as a branch writes it. Something was changed on the way.
signed-feed-broken-signature = An entry is not signed by the branch.
signed-feed-broken-page = Something beside the entries was changed, such as an address or a title.
signed-feed-broken-chain = An entry does not follow from the one before.
signed-feed-broken-gap = An entry is missing.
signed-feed-broken-order = Entries are not in their order, or are there twice.
signed-feed-broken-fork = It tells two different stories: an entry is not the one that was there before.
signed-feed-broken-key-unvouched = It is signed with a key that nobody vouches for. Ask the branch itself which key is right.
signed-feed-broken-content = Words were changed after they were signed.
signed-feed-broken-rolled-back = Entries that were there before are gone.
signed-feed-broken-another-feed = This is another feed than before. If the branch has lost its key, it has to say so itself: ask it.

## relay feed, in a terminal: the host looks after the keys

feed-help =
    Look after the keys that the branches sign their posts with.

    A key is made by itself when the relay first runs with a public page. It is in the store and in its backups.
feed-key-help = Show each branch's key: its fingerprint, the whole key, and the line for your DNS.
feed-key-none = No branch has a key yet. The relay makes one when it first runs with a public page (web.public_url or web.export).
feed-key-of = { $branch }: { $fingerprint }
feed-key-whole =     key  { $key }
feed-key-dns =     DNS  { $record }
feed-rotate-help =
    Let a new key sign from now on. The old one vouches for it, so whoever follows the branch notices nothing.

    Stop the relay first. Do this when somebody who knew the store's key has left, or every few years.
feed-rotated = There is a new key. The old one has vouched for it and is destroyed.
feed-key-todo = Now, before you start the relay: put the key into the bot's profile with relay setup --step profile. Then change the line in your DNS, start the relay, which puts the key on the page, and print new cards with relay card.
feed-replace-help =
    Begin anew with a key that nobody vouches for, because the old one is lost or was stolen.

    Stop the relay first. Whoever follows the branch stops hearing it, until their admins have asked you for the new key.
feed-replace-help-lost = The old key is lost or was stolen. Without this nothing is done.
feed-replace-sure = Nothing was done. If the key only is to change, type: relay feed rotate { $branch }. If it is lost or was stolen, add --lost: then branches that follow this one stop until they have asked you for the new key.
feed-replaced = There is a new key and a new feed. Nobody vouches for them but you.
feed-replaced-todo = Then tell every branch that follows you the new fingerprint, by telephone or face to face. A message could come from whoever has the old key.
