"""Which lines of a text everybody may read, where a meeting can be joined from afar.

What an invitation says to get in is told in more ways than anybody can list: links with a key in
them, numbers to dial, codes, the name of the host. So nothing is looked for and taken out. Where a
meeting has, or may have, a way in from afar, a line stands in public only if all of it is of kinds
that let nobody in: words, hours, dates, prices, small numbers, postcodes, and links that a
`LinkPolicy` allows.

The shapes are those of the invitations that Zoom, Teams, Google Meet, Webex, BigBlueButton, Jitsi,
GoTo and Whereby offer for copying.
"""

import re
import unicodedata

from relay.meetings.public_links import LinkPolicy, links_of, without_links

_CODE = (
    r"(?:pass ?codes?|pass ?phrases?|pins?(?: codes?| numbers?)?|access codes?|kenn\w*code"
    r"|(?:(?:zoom|webex|teams|meet|video)[ -])?"
    r"(?:meeting|webinar|conference|event|room|participant|attendee"
    r"|personal|guest|host|moderator|viewer|security|numeric|phone|dial[- ]?in|join(?:ing)?)"
    r"(?: link)?[ -]?(?:ids?|codes?|keys?|numbers?|no\.?|pins?|pass ?words?))"
)
_TELLS = re.compile(
    rf"\b(?:{_CODE}|pass ?words?)\b|\bids?\b\W{{0,3}}\d"
    r"|\bdial(?:s|led|ling)?\b|\b(?:phone|call|ring)[- ]?in\b|\bby (?:tele)?phone\b|\bone[ -]tap\b"
    r"|\btoll\b|\bh\.? ?323\b|\bsip\b|\btk=|\bextensions?\b|\bext\.|[🔑🔐]",
    re.IGNORECASE,
)
_NAMES_HOST = re.compile(
    r"\b(?:is|are|has|have) (?:been )?invit(?:ing|ed)\b|\binvites you\b|\binvited (?:you|by)\b"
    r"|\b(?:hosts?|hosted by|organi[sz]ers?|organi[sz]ed by|invitation from|from)\s*[:=]"
    r"|\bhosted by\b|\bmy (?:personal )?(?:meeting|room)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    rf"\b{_CODE}\b|\bpass ?words?\b\s*(?::|=|is\b|\d)|\bids?\b\W{{0,3}}\d{{3}}"
    r"|\bdial(?:[- ]in|ling|led| \+?\d)|\b(?:phone|call)[- ]in\b|\bone[ -]tap\b|[🔑🔐]",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"^.{1,60}?['’]s (?=(?:personal )?(?:zoom|teams|webex|google meet|meet|jitsi|video"
    r"|bigbluebutton|personal|goto)\b.{0,12}\b(?:meeting|room|conference|call)\b)",
    re.IGNORECASE,
)

_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b", re.IGNORECASE)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:19|20)\d\d"
_SPOKEN = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS},?(?: {_YEAR})?\b"
    rf"|\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,?(?: {_YEAR})?\b"
    rf"|\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d\d)\b(?![/.\d])|\b{_YEAR}-\d\d-\d\d\b"
    r"|\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m\b\.?)?(?![\d:])"
    r"|\b\d{1,2}\s*[ap]\.?m\b\.?|£\s?\d{1,4}(?:\.\d\d)?\b|\b\d{1,3} ?(?:%|p\b)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\W{0,4}\d{1,2}(?:\.\d{1,2})*(?:[.):]|\ufe0f?\u20e3|(?= ))\s*")
_PLAIN_NUMBER = re.compile(rf"\d{{1,3}}|{_YEAR}|\d{{1,3}}(?:st|nd|rd|th|m|km|cm|mins?|hrs?|s)")
_SHORT_MIX = re.compile(r"[a-z]\d{1,3}|\d{1,3}[a-z]", re.IGNORECASE)
_LABEL_ONLY = re.compile(r"[\w ()/’'-]{1,60}[:=]?\s*")
_UNTOLD = frozenset({"none", "needed", "required", "optional", "below", "above", "same", "will"})
_LEAST = 4
_NEAR = 400
"""Characters after a word such as "PIN" in which what it announces stands; so that a text of such
words alone does not take minutes to read."""
_MOST_WORDS = 40
"""Words of a title that are looked at where not all of it is for everybody."""


def folded(text: str) -> str:
    """A text as it is compared: look-alike forms made plain, invisible characters gone."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        " " if char.isspace() and char != "\n" else char
        for char in plain
        if unicodedata.category(char) != "Cf"
    )


def hints_at_way_in(text: str, policy: LinkPolicy) -> bool:
    """Whether a text has, or may have, a way into a meeting: a link of any kind, or a code."""
    said = folded(text)
    return _HINT.search(said) is not None or any(
        not policy.allows(link) for _, _, link in links_of(said)
    )


def told_in(text: str, policy: LinkPolicy) -> frozenset[str]:
    """The codes that a text names to get in, so that none of them stands anywhere else either.

    In small letters: what stands in links that are not for everybody, and what follows a word such
    as "passcode".
    """
    said = folded(text)
    found: set[str] = set()
    for _, _, link in links_of(said):
        if not policy.allows(link):
            found |= _codes_of(link)
    lines = [line for line in said.split("\n") if line.strip()]
    for place, line in enumerate(lines):
        for match in _TELLS.finditer(line):
            near = line[match.end() : match.end() + _NEAR]
            after = _values(near)
            if not after and not near.strip(" :=#") and place + 1 < len(lines):
                after = _values(lines[place + 1][:_NEAR])
            found |= after
    return frozenset(found)


def _codes_of(link: str) -> set[str]:
    _, _, rest = link.partition("://")
    _, _, path = (rest or link).partition("/")
    pieces = re.split(r"[/?#&=;,+%\s]+", path)
    return {
        one.casefold()
        for one in pieces
        if len(one) >= _LEAST and (any(map(str.isdigit, one)) or not one.islower())
    }


def _values(after: str) -> set[str]:
    """What follows a word such as "PIN": a single word, or all that have a digit in them."""
    words = re.findall(r"[^\s:=#,;()\[\]\"“”]+", re.sub(r"^\s*(?:is\b|[:=#-])+", "", after))
    words = [one.strip(".!?") for one in words]
    found = {one for one in words if any(map(str.isdigit, one))}
    if len(words) == 1 or re.match(r"\s*(?:[:=]|is\b)", after):
        found |= set(words[:1])
    if joined := "".join(re.findall(r"\d", " ".join(words))):
        found.add(joined)
    return {
        one.casefold()
        for one in found
        if len(one) >= _LEAST and one.casefold() not in _UNTOLD and not re.fullmatch(_YEAR, one)
    }


def without_ways_in(text: str, policy: LinkPolicy, codes: frozenset[str]) -> str:
    """Return the lines of a text that everybody may read, without links that not everybody may.

    Args:
        text: of a meeting that can, or may, be joined from afar.
        policy: of its branch.
        codes: what is told anywhere in the meeting (`told_in`).
    """
    kept, awaited = [], False
    for line in text.split("\n"):
        said = folded(line)
        if awaited and said.strip():
            awaited = False
            continue
        if _TELLS.search(said):
            awaited = _is_label(said)
            continue
        cut = without_links(said, policy)
        left = line if cut == said else " ".join(cut.split())
        if cut != said and (not re.search(r"\w", cut) or re.fullmatch(r"\W*[\w ]{1,20}:", left)):
            continue
        if _is_public(cut, policy, codes):
            kept.append(left)
    return "\n".join(kept).strip()


def title_without_ways_in(title: str, policy: LinkPolicy, codes: frozenset[str]) -> str:
    """Return of a title, which is one line, what stands before the first way in.

    The host's name goes from "Ada Invented's Zoom Meeting", which is what Zoom calls one itself.
    """
    said = _OWNED.sub("", folded(title))
    if not (words := said.split()) or _NAMES_HOST.search(said):
        return ""
    if said == folded(title) and without_ways_in(title, policy, codes) == title:
        return title
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        beginning = " ".join(words[:count]).strip(" ,;:–—-(")
        if beginning and without_ways_in(beginning, policy, codes) == beginning:
            return beginning
    return ""


def _is_label(line: str) -> bool:
    """Whether a line only says what comes on the next one: `Meeting password:`."""
    return _LABEL_ONLY.fullmatch(line.strip()) is not None and not _values(
        line[max((match.end() for match in _TELLS.finditer(line)), default=0) :]
    )


def _is_public(line: str, policy: LinkPolicy, codes: frozenset[str]) -> bool:
    """Whether all of a line, from which links were taken, is of kinds that let nobody in."""
    if _NAMES_HOST.search(line) or _OWNED.search(line):
        return False
    for start, end, _ in reversed(links_of(line)):
        line = line[:start] + " " + line[end:]
    bare = _NUMBERING.sub("", line)
    if "@" in bare or _names(bare, codes):
        return False
    bare = _SPOKEN.sub(" · ", _POSTCODE.sub(" · ", bare))
    previous_number = False
    for token in re.findall(r"·|[^\W_]+(?:['’][^\W_]+)*", bare):
        number = token[0].isdigit()
        if any(map(str.isdigit, token)) and not (
            _PLAIN_NUMBER.fullmatch(token) or _SHORT_MIX.fullmatch(token)
        ):
            return False
        if number and previous_number and not re.fullmatch(_YEAR, token):
            # "123 456": parts of one number, written as it is read aloud.
            return False
        previous_number = number
    return True


def _names(line: str, codes: frozenset[str]) -> bool:
    small = line.casefold()
    words = set(re.findall(r"[^\W_]+", small)) | set(small.split())
    digits = re.sub(r"[\s-]", "", small)
    return any(code in words or (code.isdigit() and code in digits) for code in codes)
