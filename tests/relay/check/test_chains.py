"""What something other than the relay has changed is found by the commands that hosts type."""

from pathlib import Path

import pytest
from backups import Safe
from click.testing import CliRunner, Result
from harness.vault import KEY, VaultHarness, person, team

from relay.backup.restoring import verify
from relay.check.findings import Outcome, Report
from relay.check.store import check_store
from relay.cli import main
from relay.language.words import Words
from relay.settings import Settings, StoreSettings
from relay.store import Store
from relay.store.chains import BrokenChain

CHANGES = (
    ("audit", "UPDATE audit SET actor = 'nobody' WHERE id = 2", BrokenChain(2)),
    ("audit", "DELETE FROM audit WHERE id = 3", BrokenChain(3)),
    ("case_records", "UPDATE case_records SET hash = 'x' WHERE number = 1", BrokenChain(1, 1)),
    (
        "case_records",
        "DELETE FROM case_records WHERE case_id = 2 AND number = 1",
        BrokenChain(1, 2),
    ),
)
HOW = "does not follow from the one before"


@pytest.fixture
def house(tmp_path: Path) -> VaultHarness:
    """A store with acts of admins, and two cases with records."""
    house = VaultHarness(tmp_path, team("hackney", 1))
    with house.store.transaction():
        for _ in range(3):
            house.store.audit.record(
                actor=person(1), action="post", subject="announcement 1", now=house.clock.now()
            )
    for _ in range(2):
        case = house.report("text")
        desk = house.vault.for_officer(person(1))
        assert case is not None
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        with house.at_work():
            desk.decide(mine, "so be it")
    return house


def change(house: VaultHarness, table: str, statement: str) -> None:
    """What somebody with the key and an SQL prompt can do."""
    for trigger in ("no_update", "no_delete", "no_replace"):
        house.store._db.execute(f"DROP TRIGGER {table}_{trigger}")
    house.store._db.execute(statement)


def _settings(house: VaultHarness) -> Settings:
    return house.settings.model_copy(update={"store": StoreSettings(path=house.path)})


def relay(*arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=typed)


def test_a_store_that_only_the_relay_wrote_is_fine(house: VaultHarness) -> None:
    assert house.store.broken_chain() is None
    house.store.close()
    finding, past = check_store(Report(Words()), _settings(house))
    assert finding.outcome is Outcome.OK
    assert past is not None


@pytest.mark.parametrize(("table", "statement", "broken"), CHANGES)
def test_check_says_which_row_breaks_a_chain(
    house: VaultHarness, table: str, statement: str, broken: BrokenChain
) -> None:
    change(house, table, statement)
    assert house.store.broken_chain() == broken
    house.store.close()
    finding, past = check_store(Report(Words()), _settings(house))
    assert finding.outcome is Outcome.PROBLEM
    assert HOW in finding.what
    kind = "record of who did what" if broken.case is None else f"case number {broken.case} "
    assert kind in finding.what
    assert f" {broken.row} " in finding.what
    assert "what-if.md" in finding.todo
    # What else there is to know is still said.
    assert past is not None


def test_a_backup_that_is_whole_is_verified(house: VaultHarness, tmp_path: Path) -> None:
    safe = Safe(tmp_path)
    made = safe.whole(house)
    assert verify(safe.request(made.file, house.clock.now())).broken is None


@pytest.mark.parametrize(("table", "statement", "broken"), CHANGES)
def test_the_verification_of_a_backup_says_so_too(
    house: VaultHarness, tmp_path: Path, table: str, statement: str, broken: BrokenChain
) -> None:
    change(house, table, statement)
    safe = Safe(tmp_path)
    made = safe.whole(house)
    assert verify(safe.request(made.file, house.clock.now())).broken == broken
    said = relay("backup", "verify", made.file, "--identity", safe.key_file)
    assert said.exit_code == 1
    assert "can be restored" in said.output
    assert HOW in said.output
    to = tmp_path / "new"
    done = relay("restore", made.file, "--identity", safe.key_file, "--to", to, typed="yes\n")
    # In need, what is left is better than nothing.
    assert done.exit_code == 0, done.output
    assert HOW in done.output
    with Store(to / "var" / "relay.db", KEY) as store:
        assert store.broken_chain() == broken
