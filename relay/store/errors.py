"""Why a store could not be opened. Each text is one sentence that says what to do next."""


class StoreError(Exception):
    """Base of every error of the store. `wording` names the sentence for people."""

    wording = "store-damaged"


class StoreLocked(StoreError):
    """Another process has the store open; two relays on one store would each send everything."""

    wording = "store-locked"


class StoreKeyWrong(StoreError):
    """The key does not open this file (or the file's first page is not a store at all)."""

    wording = "store-key-wrong"


class StoreNewer(StoreError):
    """A newer version of the relay has already changed this store's schema."""

    wording = "store-newer"


class StoreNoRoom(StoreError):
    """The copy that is made before the schema is changed could not be written."""

    wording = "store-no-room"


class StoreOutOfReach(StoreError):
    """The file or its folder cannot be written: the disk is full, or they are somebody else's."""

    wording = "store-out-of-reach"


class StoreFull(StoreOutOfReach):
    """The disk has no room for what has to be written."""

    wording = "store-full"


class StoreDamaged(StoreError):
    """The file opens, but some of its pages fail their checksum."""

    wording = "store-damaged"
