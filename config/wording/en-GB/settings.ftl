### What is wrong with the settings. Read by the host, in a terminal.
### Each message says what is wrong; its "fix" says what to do about it.

settings-file-missing = There is no such file.
    .fix = Copy config/relay.example.toml to this place and fill it in.
settings-file-not-readable = This file cannot be read.
    .fix = Let the user that runs the relay read it, and save it as UTF-8 text.
settings-file-not-toml = This is not valid TOML: { $reason }.
    .fix = Look at that line. A missing quotation mark or bracket is the usual cause.
settings-missing = This setting is missing.
    .fix = Add it to the settings file. config/relay.example.toml shows how.
settings-unknown = There is no setting with this name.
    .fix = Remove it. config/relay.example.toml lists every setting there is.
settings-unknown-near = There is no setting with this name.
    .fix = Did you mean { $nearest }?
settings-unknown-secret = There is no setting with this name, and it looks like a secret.
    .fix = The secrets are RELAY_WEBHOOK_TOKEN, RELAY_STORE_KEY and RELAY_BLUESKY__ followed by a branch's slug. They go in the environment or the secrets folder, never in the settings file.
settings-not-valid = This value cannot be used: { $reason }.
    .fix = Correct it. config/relay.example.toml shows what is expected.
settings-secret-in-file = This is a secret and must not stand in the settings file.
    .fix = Take it out, make a new one, and give it as { $variable } in the environment or the secrets folder.
settings-secret-missing = This secret is missing or empty.
    .fix = Give it in the environment, or as a file with this name in the secrets folder.
settings-secrets-folder-missing = The secrets folder does not exist.
    .fix = Create it, or correct the path in RELAY_SECRETS_DIR.
settings-secrets-not-readable = The secrets folder cannot be read.
    .fix = Let the user that runs the relay read the folder and its files, and save them as UTF-8 text.
settings-variable-not-readable = This variable has to hold a list or a table, written as JSON.
    .fix = Write it as JSON, or put it in the settings file instead.
settings-timezone = There is no time zone with this name.
    .fix = { $nearest ->
        [none] Use a name like Europe/London.
       *[other] Did you mean { $nearest }?
    }
settings-locale = There is no wording in this language yet.
    .fix = Use one of these: { $known }.
settings-number = This is not a phone number in international form.
    .fix = Write it with a plus and the country code, without spaces or brackets: +447700900000.
settings-aci = This is not a Signal account id.
    .fix = Ask the person to send "whoami" to the bot. It answers with their account id, which looks like 5b7e0f3a-0000-4000-8000-000000000000.
settings-aci-is-number = This is a phone number, and a Signal account id is needed.
    .fix = Numbers can change hands. Ask the person to send "whoami" to the bot, and use the account id it answers with.
settings-aci-is-pni = This id belongs to a phone number, and a Signal account id is needed.
    .fix = Ask the person to send "whoami" to the bot, and use the account id it answers with.
settings-group = This is not a group id.
    .fix = Group ids start with "group.". signal-cli-rest-api lists them as "id" under /v1/groups/ followed by the bot's number.
settings-group-is-internal = This is the internal form of a group id.
    .fix = Use the other form, which starts with "group.". signal-cli-rest-api lists both under /v1/groups/ followed by the bot's number: "internal_id" is what you have, "id" beside it is what is needed here.
settings-slug = A slug is lower-case letters and digits, with single hyphens between them.
    .fix = Write it like tower-hamlets.
settings-url = This is not a web address.
    .fix = Write it like http://127.0.0.1:8080, without a question mark or hash.
settings-address = This is not an address to listen on.
    .fix = Write host and port, like 127.0.0.1:8090 or [::1]:8090.
settings-handle = This is not a Bluesky handle.
    .fix = Write it like hackney.example.org or hackney.bsky.social.
settings-admin-twice = The same admin is listed twice.
    .fix = Remove one of the two.
settings-officer-twice = The same officer is listed twice.
    .fix = Remove one of the two.
settings-group-twice = The same group is listed twice.
    .fix = Remove one of the two.
settings-approvals = More approvals are asked for than there are admins, so nothing could ever be posted.
    .fix = Add another admin, or set approvals = 1.
settings-no-branch = There is no branch yet.
    .fix = Add a [[branches]] table. config/relay.example.toml shows how.
settings-branch-twice = Two branches have the same slug.
    .fix = Give each branch its own slug.
settings-team-twice = Two safeguarding teams have the same slug.
    .fix = Give each team its own slug.
settings-app-password-missing = This branch has a Bluesky account but no app password.
    .fix = Make an app password in Bluesky (Settings, Privacy and security, App passwords) and give it under this name, in the environment or the secrets folder.
settings-app-password-unused = There is an app password but no branch with this slug that has a Bluesky account.
    .fix = Correct the slug at the end of this name, or remove it.
