"""Nothing a branch writes into its wording keeps the bot from saying what it has to say."""

from pathlib import Path

import pytest
import structlog.testing

from relay.check.findings import Report
from relay.check.wording import check_wording
from relay.language.own_wording import MAX_CHARACTERS, MAX_DEPTH
from relay.language.words import Words, shipped_locales

SHIPPED = Words("en-GB")
# `report-sent` stands for all that is said in the middle of a report. $parts is a number there.
ARGS = {"case": "heron-lamp", "day": "Friday", "time": "7 pm", "who": "x"}


def words_of(tmp_path: Path, text: str) -> Words:
    (tmp_path / "own.ftl").write_text(text, encoding="utf-8")
    return Words(folder=tmp_path)


def reasons(words: Words) -> list[tuple[str, str]]:
    return [(problem.message, problem.reason) for problem in words.check()]


def nested(depth: int) -> str:
    return "{ " * depth + "$day" + " }" * depth + " { $time }"


def choices(depth: int) -> str:
    inner = "{ $time }"
    for level in range(depth):
        indent = "    " * (depth - level)
        inner = f"{{ $day ->\n{indent}[a] x\n{indent}*[b] {inner}\n{indent}}}"
    return inner


def laughs(levels: int) -> str:
    """Ten times the one before it, and so on: a line of text becomes millions."""
    lines = ["-laugh0 = ha ha ha"]
    lines += [f"-laugh{n} = " + f"{{ -laugh{n - 1} }}" * 10 for n in range(1, levels)]
    return "\n".join(lines) + "\n"


STOPS_A_REPORT = [
    ("date-and-time = { UPPER($day) } { $time }", "date-and-time", "unknown-function"),
    (
        "date-and-time = { $day } { $time ->\n [x] { UPPER($day) }\n*[y] y\n }",
        "date-and-time",
        "unknown-function",
    ),
    ("date-and-time = { NUMBER($day) } { $time }", "date-and-time", "fails"),
    ("date-and-time = { DATETIME($day) } { $time }", "date-and-time", "fails"),
    (
        "date-and-time = { $day } { $time ->\n [x] { NUMBER($day) }\n*[y] y\n }",
        "date-and-time",
        "fails",
    ),
    ("date-and-time = { NUMBER($day) ->\n [one] x\n*[other] y\n }", "date-and-time", "fails"),
    ('date-and-time = { NUMBER(2, style: "currency") } { $time }', "date-and-time", "fails"),
    ("date-and-time = { date-and-time }", "date-and-time", "refers-to-itself"),
    (
        "date-and-time = a { time-noon }\ntime-noon = { date-and-time }",
        "date-and-time",
        "refers-to-itself",
    ),
    ("-a = { -b }\n-b = { -a }\ndate-and-time = { -a }", "-a", "refers-to-itself"),
    (f"date-and-time = {nested(MAX_DEPTH + 1)}", "date-and-time", "too-deep"),
    (f"date-and-time = {nested(150)}", "date-and-time", "too-deep"),
    (f"date-and-time = {nested(1_000)}", "", "syntax"),
    (f"date-and-time = {choices(MAX_DEPTH + 1)}", "date-and-time", "too-deep"),
    (
        "".join(f"-t{n} = {{ -t{n + 1} }}\n" for n in range(1_000)) + "-t1000 = x\n"
        "date-and-time = { -t0 }",
        "date-and-time",
        "too-deep",
    ),
    (laughs(10) + "date-and-time = { -laugh9 }", "date-and-time", "too-long"),
    (f"date-and-time = {'ha' * MAX_CHARACTERS}", "date-and-time", "too-long"),
    ("date-and-time = " + "{ $day } { $time }" * 600, "date-and-time", "too-long"),
    ("date-and-time = { time-noon.nothing }", "date-and-time", "fails"),
    ("date-and-time = { -brand.of }\n-brand = x", "", "syntax"),
    ('date-and-time = { "\\u200B" }', "date-and-time", "says-nothing"),
    ("casework-answer = You have an answer.", "casework-answer", "leaves-out"),
    ("report-sent = Thank you.", "report-sent", "leaves-out"),
    ("report-phrase-offer = Type phrase and some words.", "report-phrase-offer", "leaves-out"),
    ("report-danger = Call somebody.", "report-danger", "leaves-out"),
    (
        "casework-confirm = { $kind ->\n [status] { $case }\n*[b] { $case } { $finds }\n }",
        "casework-confirm",
        "leaves-out",
    ),
    ('date-and-time = { "" }', "date-and-time", "says-nothing"),
    ('date-and-time = { " " }', "date-and-time", "says-nothing"),
    ("date-and-time = { $day ->\n [a] x\n [b] y\n }", "", "syntax"),
    ("date-and-time = { time-noon ->\n [a] x\n*[b] y\n }", "", "syntax"),
    ("date-and-time = { report-summary }", "date-and-time", "unknown-variable"),
    ("-brand = { UPPER($x) }\ndate-and-time = { -brand }", "-brand", "unknown-function"),
    ('-brand = { NUMBER($x, style: "currency") }\ndate-and-time = { -brand }', "-brand", "fails"),
]


@pytest.mark.parametrize(("own", "message", "reason"), STOPS_A_REPORT)
def test_what_would_stop_a_report_is_named_and_the_shipped_one_is_said(
    tmp_path: Path, own: str, message: str, reason: str
) -> None:
    words = words_of(tmp_path, own)
    assert (message, reason) in reasons(words)
    expected = SHIPPED.say("date-and-time", day="Friday", time="7 pm")
    with structlog.testing.capture_logs() as logged:
        assert words.say("date-and-time", day="Friday", time="7 pm") == expected
    assert logged == []


def test_an_attribute_is_tried_as_well(tmp_path: Path) -> None:
    words = words_of(tmp_path, 'settings-timezone = x\n    .fix = { UPPER("x") }\n')
    assert reasons(words) == [("settings-timezone", "unknown-function")]


def test_what_is_beside_a_piece_that_goes_too_deep_is_used(tmp_path: Path) -> None:
    own = (
        f"time-noon = midday\ndate-and-time = {nested(1_000)}\nreport-unreadable = dead of night\n"
    )
    words = words_of(tmp_path, own)
    assert [(problem.reason, problem.detail) for problem in words.check()] == [("syntax", "2")]
    assert words.say("time-noon") == "midday"
    assert words.say("report-unreadable") == "dead of night"


def test_what_only_refers_to_a_loop_is_used(tmp_path: Path) -> None:
    words = words_of(
        tmp_path, "time-noon = { report-unreadable }\nreport-unreadable = { report-unreadable }\n"
    )
    assert reasons(words) == [("report-unreadable", "refers-to-itself")]
    assert words.say("time-noon") == SHIPPED.say("report-unreadable")


def test_a_number_may_be_written_as_one(tmp_path: Path) -> None:
    own = "report-summary = { NUMBER($parts) } and { $files ->\n [one] x\n*[other] y\n }\n"
    words = words_of(tmp_path, own)
    assert words.check() == ()
    assert words.say("report-summary", parts=1204, files=1) == "1,204 and x"


def test_what_fails_in_use_all_the_same_is_said_as_shipped_and_logged_by_its_id(
    tmp_path: Path,
) -> None:
    """The shipped message counts $parts, so a number is tried; here something else comes."""
    words = words_of(tmp_path, "report-summary = { NUMBER($parts) } { $files }\n")
    with structlog.testing.capture_logs() as logged:
        said = [words.say("report-summary", parts="CANARY", files=1) for _ in range(2)]
    assert said == [SHIPPED.say("report-summary", parts="CANARY", files=1)] * 2
    assert [line["message"] for line in logged] == ["report-summary"]
    assert "CANARY" not in repr(logged)


def test_a_choice_that_leaves_nothing_is_said_as_shipped(tmp_path: Path) -> None:
    own = 'date-and-time = { $day ->\n [today] { "" }\n*[other] { $time }\n }\n'
    words = words_of(tmp_path, own)
    assert words.check() == ()
    assert words.say("date-and-time", day="today", time="x") == "today at x"
    assert words.say("date-and-time", day="Friday", time="x") == "x"


def test_check_has_a_sentence_for_each_of_them(tmp_path: Path) -> None:
    for own, _, reason in STOPS_A_REPORT:
        words = words_of(tmp_path, own)
        findings = list(check_wording(Report(SHIPPED), words, tmp_path))
        assert len(findings) == len(words.check()) > 0, reason


@pytest.mark.parametrize("locale", shipped_locales())
def test_every_shipped_message_would_pass_as_a_branch_s_own(locale: str) -> None:
    from relay.language.words import shipped_config

    folder = shipped_config() / "wording" / locale
    assert Words(locale, folder).check() == ()


TELLS = [
    "report-sent.discreet: Thank you for reporting the violence. { $case }",
    "report-nudge: Your case team is waiting.",
    "report-notice: An officer has answered your complaint. Type note.",
    "report-tidy: Your safeguarding chat disappears.",
    "report-stopped: Refuge and the Samaritans can help.",
    "report-ask-contact.discreet: Is it safe to talk? 1 2 3",
    "report-hidden: The allegation is gone from here.",
    "report-full: Good. I write about the incident in full again.",
    "report-ask-write.discreet: Say what happened to you. { $audience }",
    "report-passed-on.discreet: { $case } is with the welfare people.",
    "report-unreadable: -brand",
]
SANE = [
    "report-notice: Hi, there is something for you here. Just type note.",
    "report-hidden: Done. In case it is still there, delete the chat.",
    "report-tidy: New messages go away after an hour. It works for the whole team.",
    "report-passed-on.discreet: Passed on to the people who have { $case }. It may take a while.",
    "report-full: All right, long messages again.",
    "report-contact-never.discreet: Fine. Come by and type note. Safe travels!",
    "report-sent: Thank you for reporting this. { $case } { $hours } { $later } { $readers }",
]


def _as_file(told: str) -> tuple[str, str]:
    name, _, text = told.partition(": ")
    key, _, attribute = name.partition(".")
    if text == "-brand":
        return name, f"-brand = our report desk\n{key} = {{ -brand }} is here\n"
    return name, f"{key} =\n    .{attribute} = {text}\n" if attribute else f"{key} = {text}\n"


@pytest.mark.parametrize("told", TELLS)
def test_what_tells_on_a_phone_that_may_be_seen_is_named_and_not_said(
    tmp_path: Path, told: str
) -> None:
    name, own = _as_file(told)
    words = words_of(tmp_path, own)
    assert reasons(words) == [(name, "tells")]
    assert words.check()[0].detail.split()[0] in (own.casefold())


@pytest.mark.parametrize("told", SANE)
def test_what_anybody_may_read_is_used(tmp_path: Path, told: str) -> None:
    words = words_of(tmp_path, _as_file(told)[1])
    assert reasons(words) == []


def test_in_another_language_its_own_words_count(tmp_path: Path) -> None:
    (tmp_path / "own.ftl").write_text("report-notice = Przyszła odpowiedź na twoją skargę.\n")
    assert [one.reason for one in Words("pl", tmp_path).check()] == ["tells"]
    (tmp_path / "own.ftl").write_text("report-notice = Coś na ciebie czeka. Napisz notatka.\n")
    assert Words("pl", tmp_path).check() == ()
