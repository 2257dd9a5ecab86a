"""A backup that was made before somebody was forgotten is made anew, and no other ever had them."""

from pathlib import Path

from backups import Safe
from canaries import identity, leaks
from harness.remembered import WORDS, Remembered
from harness.running import KEY


async def test_the_newest_backup_forgets_them_within_minutes_and_the_others_never_had_them(
    remembered: Remembered, tmp_path: Path
) -> None:
    cast, safe = remembered, Safe(tmp_path / "safe", KEY)
    safe.folder.mkdir()
    cast.stage.more_settings = {
        "backup": {"folder": safe.backups, "recipient": str(safe.identity.to_public())}
    }
    marks = identity("Zeb", cast.zeb) | WORDS
    async with cast.running():
        await cast.do_everything()
        await cast.report()
        backups = cast.stage.relay.backups
        await backups.look()
        before = set(leaks(safe.bytes_of(safe.confidential), marks))
        assert {"Zeb's account", "advert", "suggested group"} <= before
        [dated] = safe.dated
        assert leaks(safe.bytes_of(dated), marks) == []
        said = await cast.play(cast.zeb, "forget me", "leave")
        assert "In the newest backup it is gone within minutes" in said
        # Made while they are still on their way out of the groups; and once more when they are.
        await backups.look()
        assert not cast.stage.store.backups.is_stale()
        await cast.look()
        assert cast.stage.store.backups.is_stale()
        await backups.look()
        assert not cast.stage.store.backups.is_stale()
        assert leaks(safe.bytes_of(safe.confidential), marks) == []
        assert [leaks(safe.bytes_of(file), marks) for file in safe.dated] == [[]]
