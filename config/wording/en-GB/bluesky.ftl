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
