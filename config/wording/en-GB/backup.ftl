# What a host reads from the commands backup and restore, and admins after a restore.

settings-backup-recipient = Backups have a folder but no key to encrypt them with.
    .fix = Run "age-keygen" on your own computer, keep the file it makes there, and write the public key that it shows into recipient under [backup]. It starts with "age1".
