### Everything that is said of Bluesky as a public destination.

## What admins read of it

bluesky-place = Bluesky

bluesky-absent = • Bluesky: this branch has no account there.

bluesky-preview =
    Bluesky: { $posts ->
        [one] 1 post
       *[other] { $posts } posts, one below the other
    }{ $pictures ->
        [0] {""}
        [one] , with 1 picture
       *[other] , with { $pictures } pictures
    }

bluesky-left-out-pictures = • On Bluesky only the first { $kept } pictures, because it takes no more.

bluesky-left-out-files = • Files on Bluesky, because it cannot carry them.

bluesky-left-out-text = • Bluesky: the text is too long for it.

bluesky-correction = Bluesky cannot change a post. If nobody has replied yet, I will replace it. If somebody has, I will reply to it with the correction.

bluesky-told = • Bluesky: one short reply to the post there.

bluesky-told-text =
    The reply on Bluesky:
    ———
    { $text }
    ———

bluesky-signed-out =
    Bluesky no longer accepts the app password of { $branch }. Posts for Bluesky are kept and wait.
    Please ask the person who runs this bot to make a new app password in Bluesky’s settings, put it in place of the old one, and start the bot again.

## What hosts read: the settings

settings-handle = This is not a Bluesky handle.
    .fix = Write it like hackney.example.org or hackney.bsky.social.
settings-bluesky-secret-missing = This branch has a Bluesky account but no app password.
    .fix = Make an app password in Bluesky (Settings, Privacy and security, App passwords) and give it under this name, in the environment or the secrets folder.
settings-bluesky-secret-unused = There is an app password but no branch with this slug that has a Bluesky account.
    .fix = Correct the slug at the end of this name, or remove it.

## The check

check-bluesky-fine = Bluesky lets { $handle } in.
check-bluesky-bridged = Bluesky lets { $handle } in. Its posts are for the fediverse too: people on Mastodon find it as { $name }.
check-bluesky-not-bridged = Bluesky lets { $handle } in. It is not on the fediverse (Mastodon).
check-bluesky-refused = Bluesky does not let { $handle } in.
    .fix = Check the handle. Make a new app password in Bluesky (Settings, Privacy and security, App passwords) and give it to the relay.
check-bluesky-too-many = Bluesky asks { $handle } to wait: there were too many sign-ins.
    .fix = Check again in an hour.
check-bluesky-unreachable = { $service } does not answer as a Bluesky server does.
    .fix = Check the address in service, and whether this computer can reach it.

## The step of the set-up

setup-step-bluesky = Bluesky
setup-bluesky-about = Announcements can also go to a Bluesky account, for people who are in no Signal group. You can leave this out, and do it later.
setup-bluesky-now = Has the branch a Bluesky account?
setup-bluesky-none = Without Bluesky, then. To add it later, type the command with --step bluesky
setup-bluesky-handle = Its handle, for example hackney.bsky.social
setup-bluesky-service = Its server (just Enter if you do not know it)
setup-bluesky-password-how = The relay needs an app password. It can be taken back at any time and cannot take the account over.
    In Bluesky: Settings, Privacy and security, App passwords, Add app password. It looks like abcd-efgh-ijkl-mnop.
setup-bluesky-password = The app password
setup-bluesky-main = This is the account's main password. The relay should not have that: whoever stole it could take the account away from you. Please make an app password.
setup-bluesky-refused = Bluesky does not know this handle with this password. Check both. An app password is shown only once: if in doubt, make a new one.
setup-bluesky-away = That server does not answer as a Bluesky server does. Check its address and your internet connection.
setup-bluesky-often = Bluesky wants us to wait: there were too many tries to sign in. Wait an hour, then go on.
setup-bluesky-later = Go on when you have the app password.
setup-bluesky-done = The account { $handle } opens. Nothing was posted.

## The step of the set-up on the fediverse

setup-step-fediverse = Mastodon and the fediverse
setup-fediverse-about = Mastodon and many other places form what is called the fediverse. People there can read the branch's Bluesky posts too, and answer, as { $name }.
    A service called Bridgy Fed copies the posts there. Others run it, and it costs nothing: https://fed.brid.gy/docs

    Talk it over in the branch first. From then on each new post is public there as well, and many servers keep copies.
    What is deleted on Bluesky is deleted there too where the servers do as they are asked. Some may keep it. You can end it at any time.
setup-fediverse-now = Should people on the fediverse read the branch's posts?
setup-fediverse-no-account = This needs a Bluesky account, and the branch has none.
setup-fediverse-on = The account now follows @ap.brid.gy, which asks for the bridge. In a few minutes people on Mastodon can search for { $name } and follow it. Only new posts are copied.
setup-fediverse-still-on = It is on already. People on Mastodon find the account as { $name }. If they do not after an hour, sign in at https://fed.brid.gy/login and look there.
setup-fediverse-ended = The account now blocks @ap.brid.gy, and that ends the bridge. It asks the servers it knows of to delete the copies. Some may keep theirs for a while, or for good.
setup-fediverse-off = It is not on, then. To turn it on later, type the command with --step fediverse
setup-fediverse-picture = The bridge takes no account without a profile picture, so I changed nothing. Give the account a picture in Bluesky, then type the command with --step fediverse
setup-fediverse-not-found = { $service } cannot find the bridge's account, @ap.brid.gy, so I changed nothing.
    Open Bluesky with the branch's account and follow @ap.brid.gy there, or sign in at https://fed.brid.gy/login and press Enable.
    If Bluesky cannot find it either, please ask whoever runs { $service } to let it look up accounts of other servers.
setup-fediverse-away = Bluesky does not answer as it should, or does not let the account in. Do the step bluesky again, or wait an hour, then go on with --step fediverse
