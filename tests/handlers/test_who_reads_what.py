"""Every message about cases, played to everybody there is, plainly and discreetly.

Two reports live through all that can happen, one of them begun with the code word; one leaves
somebody out by role, the other by name. Officers, admins, members and strangers type every command
there is. Then it is looked at who has read what.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from harness.running import RelayHarness, branch
from reporting import TELLING, shown

from handlers.conversation.catalogue import Section
from handlers.routes import CATALOGUE
from practice.phones import Phone
from relay.language.vocabulary import vocabulary
from relay.language.words import SOURCE, Words, shipped_config, shipped_locales
from relay.settings import Officer, SafeguardingSettings, SafeguardingTeam

CODEWORD = "garden party"
PHRASE, OTHER = "quiet lantern seven bridges", "seven green lamps walking"
HOUR = timedelta(hours=1)
TEAMS = ("quorndon", "aldwick", "thornaby", "wexcombe")

FILES = ("report.ftl", "casework.ftl")
NAMING = {"case", "role", "roles", "people", "team", "lines", "officers"}
WHO_WOULD_READ = {"report-audience", "report-people"}

ABOUT_NO_CASE = frozenset(
    {
        # Before anything is sent: a team is chosen.
        *("report-ask-team", "report-team-choice"),
        # An officer's own teams, and an officer who has a new phone.
        *("help-officer-role", "help-officer", "casework-pause-told", "casework-confirm-line"),
        *("casework-confirm-which", "casework-confirmed"),
    }
)
"""What names a team: none of it is about a case that was sent."""

ELSEWHERE = {
    "report-offer-numbered": "report/test_hesitant.py, where an answer is unclear",
    "report-about-all-but": "report/test_names.py, where somebody names all but one",
    "report-about-some": "report/test_names.py, where a name is not certain",
    "report-audience-moved": "report/test_story.py, where all of the first team are left out",
    "report-sent-muted": "report/test_flood.py, where somebody muted reports again",
    "report-closed": "report/test_story.py, where a case is gone",
    "casework-digest": "report/test_flood.py, where many reports come at once",
    "casework-digest-line": "report/test_flood.py, where many reports come at once",
    "casework-muted-before": "report/test_flood.py, where somebody muted reports again",
    "casework-unmute-another": "report/test_flood.py, where somebody muted reports again",
    "casework-answer-slow": "casework/test_jobs.py, where Signal does not take an answer",
    "casework-answer-failed": "casework/test_jobs.py, where Signal does not take an answer",
    "casework-missed-by": "casework/test_jobs.py, where Signal does not take a message",
    "casework-unreached-reporter": "casework/test_jobs.py, where Signal does not take a message",
    "casework-mention-unknown": "test_left_out.py, with somebody mentioned",
    "casework-mention-unread": "test_left_out.py, with somebody mentioned",
    "casework-export-no-key": "casework/test_story.py, without a key",
    "casework-words-unreachable": "casework/test_jobs.py, a month after a case was closed",
    "casework-escalate-nowhere": "report/test_names.py, where the only other team is left out",
    "report-changed": "report/test_changes.py, with an edit",
    "casework-part-changed-late": "report/test_changes.py, with an edit a day later",
    "casework-mark": "test_every_kind.py, with a heart on a part",
    "casework-two-cases": "casework/test_hostile.py, with a quote",
    "casework-part-changed": "casework/test_relaying.py, with an edit",
}
"""Messages that name a case and need more than words to come; where they are played."""


@dataclass
class Said:
    """A message of the wording, as it was put together.

    Attributes:
        whole_id: with the attribute that is said in discreet mode.
    """

    whole_id: str
    args: dict[str, Any]
    text: str

    @property
    def message(self) -> str:
        """Its id."""
        return self.whole_id.partition(".")[0]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[Said]:
    """Listen to everything that is put into words; nothing is changed by it."""
    heard: list[Said] = []
    say = Words.say

    def listen(self: Words, message_id: str, /, **args: str | int) -> str:
        text = say(self, message_id, **args)
        heard.append(Said(message_id, args, text))
        return text

    monkeypatch.setattr(Words, "say", listen)
    return heard


@dataclass
class World:
    """Everybody, and the two reports.

    Attributes:
        readers: by report, who may read it in the end, its writers included.
        said: all that was put into words.
        left_out: by report, what of that was said between leaving somebody out and having sent it.
    """

    stage: RelayHarness
    people: dict[str, Phone] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    shows_names: bool = False
    said: list["Said"] = field(default_factory=list)
    left_out: list[tuple[int, int]] = field(default_factory=list)

    readers = (
        {"rio", "kit", "una", "sam", "lee", "ola", "nia", "noor"},
        {"dot", "kat", "vic", "sam", "lee", "ola", "nia", "noor"},
    )

    def __post_init__(self) -> None:
        for name in ("rio", "dot", "kit", "kat", "nobody", "two"):
            self.people[name] = self.stage.signal.new_phone(name)
        self.people |= {"mo": self.stage.mo, "alex": self.stage.alex}
        for name in ("vic", "una", "sam", "lee", "ola", "nia", "noor", "ann"):
            self.people[name] = self.stage.signal.new_phone(name)
        self.key = str(pyrage.x25519.Identity.generate().to_public())
        self.use()

    def use(self, *joined: str) -> None:
        """Set the teams; `joined` are officers who have come to the first one since."""
        officers = ("vic Chair", "una Welfare", "sam Welfare", "lee Lead", *joined)
        self.stage.safeguarding = SafeguardingSettings(
            teams=(
                self._team("quorndon", "aldwick", *officers),
                # The next team has somebody with the role of one who is left out.
                self._team("aldwick", "thornaby", "nia Region", "noor Chair"),
                self._team("thornaby", None, "ann Judge"),
                self._team("wexcombe", None, "vic Clerk"),
            ),
            codeword=CODEWORD,
            export_key=self.key,
            watch_names=("Jo Bloggs",),
            show_names=self.shows_names,
        )

    def _team(self, slug: str, following: str | None, *officers: str) -> SafeguardingTeam:
        split = (officer.split() for officer in officers)
        named = tuple(
            Officer(id=self.people[who].aci, role=role, name=f"{who.capitalize()} {who}son")
            for who, role in split
        )
        return SafeguardingTeam(
            slug=slug, name=f"{slug.capitalize()} team", officers=named, next=following
        )

    async def say(self, who: str, *texts: str) -> None:
        """Say something, one after the other."""
        for text in texts:
            await self.stage.say(self.people[who], text)

    async def report(self, who: str, word: str, *about: str) -> None:
        """Write and send a report, with what people stumble over on the way."""
        await self.say(who, word, "nonsense", "help", "1", "9", "1", "perhaps it", *about)
        begins = len(self.said)
        await self.say(who, "It happened.", "And again.", "done", "no", "done", "send")
        self.left_out.append((begins, len(self.said)))
        (case,) = self.stage.relay.services.vault.reports.cases_of(self.people[who].aci)
        self.names.append(case.name)

    async def type_everything(self, who: str, case: str) -> None:
        """Type every command, and what may be about cases with the name of one besides."""
        for command in {command.id: command for command in CATALOGUE.commands}.values():
            word = vocabulary("en-GB").words(command.id)[0]
            await self._type(who, word)
            if command.section in (Section.CASEWORK, Section.REPORTING, Section.REPORTED):
                await self._type(who, f"{word} {case}")
            # They are asked to wait after so many messages that nobody understands.
            self.stage.clock.move(timedelta(minutes=3))

    async def _type(self, who: str, text: str) -> None:
        await self.say(who, text)
        person = self.people[who].aci
        with self.stage.store.transaction():
            self.stage.store.conversations.end(person)
            self.stage.relay.services.vault.reports.stop(person)

    def read_by(self, who: str) -> str:
        """Return all that the bot has shown on somebody's phone."""
        return shown(self.people[who])


async def days(world: World, number: int) -> None:
    """Let days pass, nights included."""
    for _ in range(number * 3 + 1):
        await world.stage.wait(8 * HOUR)


async def ask_around(world: World) -> None:
    """Let those who are not to know ask for whatever might tell them."""
    for who in ("vic", "una", "nia", "ann", "alex", "mo", "nobody"):
        await world.say(who, "help", "status", "queue", "cases", "cases all", "missed")
        if who not in ("nia", "vic", "una"):
            await world.say(who, *(f"case {name}" for name in world.names))
    await world.say("vic", f"reply {world.names[0]} Hello", f"erase {world.names[0]}")
    await world.say("una", f"reply {world.names[1]} Hello", f"erase {world.names[1]}")


async def in_hand(world: World, case: str, reader: str, writer: str) -> None:
    """Let one report go through all that officers and its writer do with one that is open."""
    word, slip = "case" if writer == "rio" else "note", f"{case[:-3]}x{case[-3:]}"
    for command in ("reply", "status", "note", "decide", "hold", "close", "escalate", "handover"):
        await world.say("lee", f"{command} {case}")
    await world.say("lee", f"note {case} A note", f"claim {case}", f"claim {case}", f"claim {slip}")
    await world.say("sam", f"claim {case}", f"case {case}")
    await world.say("lee", f"reply {case} Ring Jo Bloggs", "yes", f"reply {slip} Hello", "no")
    await world.say("lee", f"status {case} We meet", f"reply {case} Thanks", f"decide {case} This")
    await world.say(writer, word, "phrase a b", "phrase", f"phrase {PHRASE}", "phrase")
    await world.say(writer, f"phrase {OTHER}", f"phrase one two three four new {OTHER}", "tidy")
    await world.say(writer, "And more.", "yes", "thanks", "stop", "stop", "help", "ersae")
    await world.stage.wait(timedelta(minutes=11))
    await world.say(writer, "And that.", "And this.", "no", f"{case[:-3]}x{case[-3:]} So", "no")
    await world.say(writer, f"{word} {case}", "stop")
    await world.say("lee", f"hold {case} A court", f"case {case}", f"release {case}")
    await world.say("lee", f"release {case}", f"reopen {case}", f"escalate {case} wexcombe")
    await world.say("lee", f"mute {case}", f"mute {case}", f"case {case}")
    await world.say(writer, f"{case} Listen")
    await world.say("lee", f"unmute {case}")
    await world.say("lee", f"unmute {case}", f"export {case}", f"escalate {case} quorndon")
    await world.say(reader, "cases", "missed", f"case {case}")


async def given_on(world: World, case: str, reader: str, other: str, writer: str) -> None:
    """Let it be given to others, written from elsewhere, closed, and taken back."""
    word = "case" if other == "kit" else "note"
    await world.say("lee", f"handover {case}", f"handover {case} 1 Please")
    await world.say("lee", f"escalate {case}", f"escalate {case} 1 Too much for us")
    for who in ("ola", "nia", "noor"):
        await world.say(who, "cases", f"case {case}", f"reply {case} We are here", f"claim {case}")
    phone = world.people[writer]
    await world.stage.watch()
    phone.change_safety_number()
    await world.say(writer, "hello")
    await world.say("lee", f"reply {case} Are you there?")
    await world.stage.wait(HOUR)
    await world.say(writer, f"resume {case} {OTHER}", f"resume {case} {PHRASE}")
    await world.say(other, f"resume {case} {PHRASE}", word, "One more.", "yes")
    await world.say("lee", f"case {case}", f"close {case} resolved The end", f"close {case}")
    await world.say("lee", f"reply {case} Hello", f"escalate {case} 1", "cases all", f"case {case}")
    await world.say(reader, f"case {case}", f"reopen {case}")
    await world.say("lee", f"escalate {case} aldwick")
    await days(world, 3)
    await world.say(other, "hide", "case", case, "erase", "no", "erase", "yes")


async def live(world: World) -> None:
    """Let everything happen to both reports, from the first word to when they are taken back."""
    stage, admins = world.stage, (world.stage.alex, world.people["vic"])
    settings = branch("hackney", *admins, groups=[stage.group("Board")])
    async with stage.running(settings):
        await world.report("rio", "report", "the chair and vic", "yes")
        await world.report("dot", CODEWORD, "una")
        plain, discreet = world.names
        # One who is left out and an admin besides, the other one, the next team, and a member.
        for who, case in (("vic", plain), ("una", discreet), ("nia", plain), ("mo", discreet)):
            await world.type_everything(who, case)
        await ask_around(world)
        await days(world, 3)
        await in_hand(world, plain, "una", "rio")
        await in_hand(world, discreet, "vic", "dot")
        await stage.watch()
        world.people["sam"].change_safety_number()
        await world.say("sam", "cases")
        await world.say("rio", "Are you there?")
        await world.say("alex", "confirm officer", "confirm officer 1")
        await world.say("sam", "missed")
    # From here on with names, which say more than roles.
    world.shows_names = True
    world.use("ola Deputy")
    async with stage.running(settings):
        await given_on(world, plain, "una", "kit", "rio")
        await given_on(world, discreet, "vic", "kat", "dot")
        await ask_around(world)
        for _ in range(2):
            await world.say("two", "report", "1", "1", "0", "It happened.", "done", "send", "4")
        await world.say("two", "erase", "1", "yes", "erase", "yes")


def messages(file: str) -> list[str]:
    text = (shipped_config() / "wording" / "en-GB" / file).read_text(encoding="utf-8")
    return [e.id.name for e in FluentParser().parse(text).body if isinstance(e, ast.Message)]


@pytest.mark.timeout(300)
async def test_nobody_reads_what_is_not_for_them(on_stage: RelayHarness, said: list[Said]) -> None:
    world = World(on_stage, said=said)
    await live(world)
    for name, readers in zip(world.names, world.readers, strict=True):
        assert {who for who in world.people if name in world.read_by(who)} == readers
    no_text_names_who_is_left_out(world)
    played = tuple(said)
    nothing_names_a_team(played)
    others = in_all_languages(played)
    nothing_names_a_team(others)
    nobody_is_named(world, others)
    # In a discreet chat nothing tells what it is about, but for what is said to somebody who has
    # never begun anything.
    anybody = set(world.read_by("nobody").splitlines())
    for who in ("dot", "kat"):
        assert len(set(world.read_by(who).splitlines()) - anybody) > 10
        for line in set(world.read_by(who).splitlines()) - anybody:
            assert TELLING.search(line) is None, line
    everything_was_played({one.message for one in played})


def in_all_languages(said: Iterable[Said]) -> list[Said]:
    """Return all that was said as it would have been in each other language, with the same things
    put into it: a translation may name what English keeps to itself.
    """
    once = {(one.whole_id, tuple(sorted(one.args.items()))) for one in said}
    words = [Words(locale) for locale in shipped_locales() if locale != SOURCE]
    found = [
        Said(whole_id, dict(args), spoken.say(whole_id, **dict(args)))
        for whole_id, args in once
        for spoken in words
        if spoken.translates(whole_id)
    ]
    # Of each language something was said to each report, with what is put in.
    assert len(words) > 8
    assert len(found) > 100 * len(words)
    return found


def nothing_names_a_team(said: Iterable[Said]) -> None:
    for one in said:
        named = [team for team in TEAMS if team in one.text.casefold()]
        assert not named or one.message in ABOUT_NO_CASE, one.message


def no_text_names_who_is_left_out(world: World) -> None:
    """Neither by role, from leaving them out on, nor by name once names are shown."""
    nobody_is_named(world, world.said)
    plain, discreet = world.names
    for (begins, ends), who in zip(world.left_out, ("Chair", "Una"), strict=True):
        shown_before_sending = [
            one.text for one in world.said[begins:ends] if one.message in WHO_WOULD_READ
        ]
        assert shown_before_sending
        assert not [text for text in shown_before_sending if who in text]
    # Held against this, that they are nowhere means something.
    for case, reader in ((plain, "Lead"), (plain, "Noor noorson"), (discreet, "Chair")):
        assert any(case in one.text and reader in one.text for one in world.said), reader


def nobody_is_named(world: World, said: Iterable[Said]) -> None:
    plain, discreet = world.names
    for one in said:
        cases = f"{one.args.get('case', '')} {one.text}"
        # What somebody is themself they may read.
        text = one.text.replace("You read it as Chair.", "")
        if plain in cases:
            assert "Chair" not in text, one.message
            assert "Vic" not in text, one.message
        if discreet in cases:
            assert "Una" not in text, one.message


def everything_was_played(played: set[str]) -> None:
    """Whatever may name a case, or who reads it: or this would prove nothing of it."""
    words = Words()
    naming = [m for file in FILES for m in messages(file) if words.needs(m) & NAMING]
    assert len(naming) > 100
    missing = set(naming) - played
    assert missing == set(ELSEWHERE), "play it here, or say in ELSEWHERE where it is played"


@pytest.mark.parametrize(("message", "place"), ELSEWHERE.items())
def test_what_is_played_elsewhere_is_looked_at_there(message: str, place: str) -> None:
    """Some words of it stand in the test, so that the test cannot lose it unnoticed."""
    text = (Path(__file__).parent / place.partition(",")[0]).read_text(encoding="utf-8")
    said = re.sub(r"\s+", " ", _written(message))
    found = re.findall(r"[\w’' ]{9,}", re.sub(r"\{[^{}]*\}", "|", said))
    words = [one.split() for one in found]
    runs = [" ".join(run[at : at + 2]) for run in words for at in range(len(run) - 1)]
    assert any(run in text for run in runs if len(run) > 8), runs


def _written(message: str) -> str:
    for file in FILES:
        text = (shipped_config() / "wording" / "en-GB" / file).read_text(encoding="utf-8")
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Message) and entry.id.name == message:
                return FluentSerializer().serialize_entry(entry)
    raise KeyError(message)


@pytest.mark.parametrize("file", FILES)
def test_no_message_about_a_case_has_a_place_for_a_team(file: str) -> None:
    words = Words()
    naming = {m for m in messages(file) if words.needs(m) & {"team", "teams"}}
    assert naming <= ABOUT_NO_CASE


def test_no_other_message_names_a_case() -> None:
    """What is said of cases stands in two files; a host reads of a store, with a number.

    Whoever wrote one and names it reads what is kept of it (`handlers.report.own_data`).
    """
    folder = shipped_config() / "wording" / "en-GB"
    words, others = Words(), {file.name for file in folder.glob("*.ftl")} - set(FILES)
    naming = {m for file in others for m in messages(file) if words.needs(m) & {"case", "roles"}}
    own = {"about-my-report-more", "about-my-report-file"}
    assert naming == {"check-store-records-broken", "backup-records-broken"} | own
