### Everything that is said of webhooks: web addresses that are told of what is published.

## What admins read of it

# Where the settings no longer have it; else it is called as they say.
webhook-place = The webhook

webhook-preview =
    { $verbatim ->
        [yes] { $place }: the same text. Strangers may read it there.
       *[no] { $place }, where strangers may read it:
    }

webhook-left-out-pictures = • Pictures on { $place }, because it gets text only.

webhook-left-out-files = • Pictures and files on { $place }, because it gets text only.

webhook-left-out-text = • { $place }: the text is too long for it.

webhook-correction = { $place } is told the new text and that it takes the place of the old one.

webhook-told = • { $place }: the change, and how everything stands now.

webhook-told-text =
    What { $place } is told:
    ———
    { $text }
    ———

webhook-signed-out =
    { $place } no longer takes what I send. What is meant for it is kept and waits.
    Please tell the person who runs this bot. The command relay check says more.

## What hosts read: the settings

settings-webhook-url = This is not an address that may be called.
    .fix = Write it with https:// and without a question mark, hash, name or password. Only on this computer itself may it begin with http://.
settings-webhook-secret = This is not a signing secret.
    .fix = Type relay setup --step webhook, which makes one, or write whsec_ and what the command openssl rand -base64 32 prints. Two with a space between them are fine while you change it.
settings-webhook-secret-missing = This branch has a webhook but no signing secret.
    .fix = Type relay setup --step webhook, or give one under this name, in the environment or the secrets folder.
settings-webhook-secret-unused = There is a signing secret but no branch with this slug that has a webhook.
    .fix = Correct the slug at the end of this name, or remove it.

## The check

check-webhook-fine = The webhook takes what the relay signs.
check-webhook-refused = The webhook does not want what the relay sends: { $reason }.
    .fix = Look whether the same signing secret is there, and whether the address is still the right one.
check-webhook-busy = The webhook asks to be called later.
    .fix = Check again in an hour.
check-webhook-answers = The webhook does not take what the relay sends: { $reason }.
    .fix = Check the address in url. It has to answer a POST with a status from 200 to 299, and redirects are not followed.
check-webhook-unreachable = The webhook cannot be reached: { $reason }.
    .fix = Check the address in url, its certificate, and whether this computer can reach it.

## The step of the set-up

setup-step-webhook = Website or forum
setup-webhook-about = A website, a forum or a mailing tool of the branch can be told of every announcement, signed, as docs/webhook.md describes. Most branches do without.
setup-webhook-now = Shall something of yours be told?
setup-webhook-none = Nothing is told, then. To add it later, type the command with --step webhook
setup-webhook-url = Its address, with https://
setup-webhook-name = What admins read of it, for example Union website
setup-webhook-secret = What is sent is signed with the secret in { $file }. Whoever takes it there needs a copy, and nobody else.
setup-webhook-done = It took a signed message that says nothing. Nothing was posted.
setup-webhook-later = It did not take a signed message yet: { $reason }. You can go on. Once it is ready, relay check tries again.
