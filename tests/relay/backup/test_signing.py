"""Whoever knows the public key can encrypt for the host; only the server can sign."""

import io
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from backups import SIGNER, Safe, agreed
from harness.vault import KEY, VaultHarness

from relay.backup.archive import Member, write
from relay.backup.errors import (
    BackupError,
    Damaged,
    NoSigner,
    NotAgreed,
    NotSigned,
    WrongSigner,
)
from relay.backup.restoring import Proof, Restoration, restore, verify
from relay.backup.signing import SIGNATURE, Listing, Signer, read_signers, signer_in

SETTINGS = "settings/relay.toml"
THEIRS = (
    b'[[safeguarding.teams]]\nname = "Team"\nofficers = [{ id = "intruder", role = "Chair" }]\n'
)
INTRUDER = Signer("ee" * 32)


@pytest.fixture
def file(house: VaultHarness, safe: Safe) -> Path:
    return safe.whole(house).file


def rewritten(safe: Safe, file: Path, signer: Signer, **other: bytes) -> None:
    """Put another file in a backup's place, made with the public key alone, signed by somebody."""
    store = safe.folder / "forged.db"
    members = {**safe.members(file), **other}
    store.write_bytes(members.pop("store.db"))
    first = Member("manifest.json", members.pop("manifest.json"))
    rest = [Member(name, data) for name, data in members.items()]
    recipient = str(safe.identity.to_public())
    packed = iter([first, Member("store.db", store), *rest])
    write(file, safe.folder / "partial", packed, recipient, signer)


def packed(safe: Safe, file: Path, members: list[tuple[str, bytes]]) -> None:
    """The same, member by member, with whatever signature stands among them."""
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    file.write_bytes(pyrage.encrypt(into.getvalue(), [safe.identity.to_public()]))


def whole(safe: Safe, file: Path) -> list[tuple[str, bytes]]:
    """Every member of a file in its order, with the signature."""
    plain = pyrage.decrypt(file.read_bytes(), [safe.identity])
    with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
        found = []
        for one in archive:
            content = archive.extractfile(one)
            assert content is not None, one.name
            found.append((one.name, content.read()))
        return found


def refused(safe: Safe, house: VaultHarness, file: Path, kind: type[BackupError]) -> str:
    """Neither verified nor restored, and nothing is left; return which file it was."""
    request, to = safe.request(file, house.clock.now()), safe.folder / "new"
    with pytest.raises(kind):
        verify(request)
    with pytest.raises(kind) as caught:
        restore(request, to, agreed)
    assert not to.exists()
    assert not list(safe.folder.glob(".new*"))
    return caught.value.path


def test_a_pair_that_anybody_made_is_neither_verified_nor_restored(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    rewritten(safe, file, INTRUDER, **{SETTINGS: THEIRS})
    rewritten(safe, safe.confidential, INTRUDER)
    assert refused(safe, house, file, WrongSigner) == str(file)


def test_one_of_the_two_is_no_better(house: VaultHarness, safe: Safe, file: Path) -> None:
    real = safe.confidential.read_bytes()
    rewritten(safe, safe.confidential, INTRUDER)
    assert refused(safe, house, file, WrongSigner) == str(safe.confidential)
    safe.confidential.write_bytes(real)
    rewritten(safe, file, INTRUDER)
    assert refused(safe, house, file, WrongSigner) == str(file)


def test_without_any_signature(house: VaultHarness, safe: Safe, file: Path) -> None:
    for one in (file, safe.confidential):
        members = [(name, data) for name, data in whole(safe, one) if name != SIGNATURE]
        packed(safe, one, members)
    assert refused(safe, house, file, NotSigned) == str(file)
    # As those are that an older version has made.
    unproven = replace(safe.request(file, house.clock.now()), proof=Proof.NONE)
    assert verify(unproven).made_at == house.clock.now()


Change = Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]]


def _other_settings(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [(name, THEIRS if name == SETTINGS else data) for name, data in members]


def _one_more(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [*members[:-1], ("wording/own.ftl", b"x = y"), members[-1]]


def _one_less(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [one for one in members if not one[0].startswith("secrets/RELAY_WEBHOOK")]


def _two_swapped(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    (first, one), (second, other), *rest = members
    return [(first, one), *rest[:1], (second, other), *rest[1:]]


def _after_it(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [*members, (SETTINGS, THEIRS)]


def _no_signature_at_all(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [*members[:-1], (SIGNATURE, b"\xff no signature")]


def _half_a_signature(members: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [*members[:-1], (SIGNATURE, members[-1][1][:-10])]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (_other_settings, WrongSigner),
        (_one_more, WrongSigner),
        (_one_less, WrongSigner),
        (_two_swapped, WrongSigner),
        (_after_it, Damaged),
        (_no_signature_at_all, WrongSigner),
        (_half_a_signature, WrongSigner),
    ],
)
def test_what_was_signed_is_all_there_is(
    house: VaultHarness, safe: Safe, tmp_path: Path, change: Change, kind: type[BackupError]
) -> None:
    (tmp_path / "relay.toml").write_text("# the host's own\n")
    house.settings = house.settings.read_from(tmp_path / "relay.toml")
    file = safe.whole(house).file
    members = whole(safe, file)
    assert SETTINGS in dict(members)
    packed(safe, file, change(members))
    refused(safe, house, file, kind)


def test_a_confidential_file_cannot_pass_for_a_dated_one(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    members = dict(whole(safe, safe.confidential))
    members["manifest.json"] = dict(whole(safe, file))["manifest.json"]
    packed(safe, file, list(members.items()))
    refused(safe, house, file, WrongSigner)


def test_where_nobody_noted_the_signer_nothing_is_believed(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    request = safe.request(file, house.clock.now())
    request.identity.write_text(f"# public key: age1\n{safe.identity}\n# signed by: ssh-ed25519\n")
    with pytest.raises(NoSigner):
        verify(request)
    with pytest.raises(NoSigner):
        restore(request, safe.folder / "new", agreed)


def test_without_proof_the_two_are_at_least_of_one_hand(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    rewritten(safe, file, INTRUDER)
    unproven = replace(safe.request(file, house.clock.now()), proof=Proof.NONE)
    with pytest.raises(WrongSigner):
        verify(unproven)


def test_after_another_store_key_both_signers_are_believed_until_one_is_taken_out(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    request = safe.request(file, house.clock.now())
    later = f"# Signed By: {INTRUDER.public} a comment\n"
    request.identity.write_text(f"{safe.identity}\n{SIGNER.note}\n{later}")
    assert read_signers(request.identity) == {SIGNER.public, INTRUDER.public}
    verify(request)
    request.identity.write_text(f"{safe.identity}\n{later}")
    with pytest.raises(WrongSigner):
        verify(request)


def test_a_restored_server_signs_as_the_one_before(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    to = safe.folder / "new"
    restore(safe.request(file, house.clock.now()), to, agreed)
    assert Signer((to / "secrets" / "RELAY_STORE_KEY").read_text()).public == SIGNER.public
    assert KEY not in SIGNER.public


def test_nothing_is_made_that_the_host_does_not_want(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    seen: list[Restoration] = []

    def disagrees(found: Restoration) -> bool:
        seen.append(found)
        return False

    with pytest.raises(NotAgreed):
        restore(safe.request(file, house.clock.now()), safe.folder / "new", disagrees)
    assert not list(safe.folder.glob("*new*"))
    assert seen[0].made_at == house.clock.now()


def test_an_officer_comes_from_no_file_that_is_not_shown(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    hidden = {
        "secrets/RELAY_SAFEGUARDING": b'{"teams": []}',
        "secrets/RELAY_BRANCHES": b"[]",
        "settings/more.toml": THEIRS,
        "secrets/RELAY_BLUESKY__HACKNEY": b"an app password",
    }
    rewritten(safe, file, SIGNER, **hidden)
    to = safe.folder / "new"
    restore(safe.request(file, house.clock.now()), to, agreed)
    assert (to / "secrets" / "RELAY_BLUESKY__HACKNEY").exists()
    names = {one.name for one in to.rglob("*")}
    assert names.isdisjoint({"RELAY_SAFEGUARDING", "RELAY_BRANCHES", "more.toml"})


def test_a_signature_is_of_its_list_alone() -> None:
    listing, other = Listing(), Listing()
    listing.add("store.db", 1, b"one")
    other.add("store.db", 1, b"two")
    signature = SIGNER.sign(listing)
    assert signer_in(listing, signature) == SIGNER.public
    assert signer_in(other, signature) is None
    assert signer_in(listing, INTRUDER.sign(other)) is None
