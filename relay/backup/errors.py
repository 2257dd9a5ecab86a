"""Why a backup was not made, or cannot be used. Each names its sentence for people."""


class BackupError(Exception):
    """Base of every error of a backup.

    Attributes:
        code: what the store and the log remember.
        wording: the sentence for people.
        path: the file or folder it is about, or nothing.
    """

    code = "failed"
    wording = "backup-failed"

    def __init__(self, path: object = "") -> None:
        super().__init__(self.code)
        self.path = str(path)


class NotSetUp(BackupError):
    """The settings name no folder or no key."""

    code = "not-set-up"
    wording = "backup-not-set-up"


class NoStore(BackupError):
    """There is no store yet."""

    code = "no-store"
    wording = "backup-no-store"


class NoRoom(BackupError):
    """The disk is full."""

    code = "no-room"
    wording = "backup-no-room"


class NotWritable(BackupError):
    """The folder cannot be made or written to."""

    code = "not-writable"
    wording = "backup-not-writable"


class Busy(BackupError):
    """Another process is making a backup into the same folder."""

    code = "busy"
    wording = "backup-busy"


class Stopped(BackupError):
    """The relay is being stopped."""

    code = "stopped"
    wording = "backup-stopped"


class StoreUnsound(BackupError):
    """The store does not hold together, or its copy could not be restored on trial."""

    code = "store-unsound"
    wording = "backup-store-unsound"


class SignalNotRead(BackupError):
    """signal-cli's folder cannot be read."""

    code = "signal-not-read"
    wording = "backup-signal-not-read"


class WrongIdentity(BackupError):
    """The file was encrypted for another key."""

    code = "wrong-identity"
    wording = "restore-wrong-identity"


class NoIdentity(BackupError):
    """The file of the identity cannot be read, or holds none."""

    code = "no-identity"
    wording = "restore-no-identity"


class NoSigner(BackupError):
    """The file of the identity does not say who signs the backups."""

    code = "no-signer"
    wording = "restore-no-signer"


class NotSigned(BackupError):
    """Nobody has signed the file."""

    code = "not-signed"
    wording = "restore-not-signed"


class WrongSigner(BackupError):
    """Somebody else has signed the file, or it is not what was signed."""

    code = "wrong-signer"
    wording = "restore-wrong-signer"


class NotAgreed(BackupError):
    """The host does not want what it would make."""

    code = "not-agreed"
    wording = "restore-not-agreed"


class NotABackup(BackupError):
    """The file is not one that `relay backup` writes, or there is none."""

    code = "not-a-backup"
    wording = "restore-not-a-backup"


class Damaged(BackupError):
    """The file is cut short or changed."""

    code = "damaged"
    wording = "restore-damaged"


class Newer(BackupError):
    """The backup was made by a newer version of the relay."""

    code = "newer"
    wording = "restore-newer"


class NoConfidential(BackupError):
    """The confidential file is not there."""

    code = "no-confidential"
    wording = "restore-no-confidential"


class ConfidentialOlder(BackupError):
    """The confidential file is older than the dated one: what was erased since would come back."""

    code = "confidential-older"
    wording = "restore-confidential-older"


class NotEmpty(BackupError):
    """The folder to restore to holds something already."""

    code = "not-empty"
    wording = "restore-not-empty"
