"""The page of questions that people ask, with the answers that the bot gives as well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from babel.dates import format_date

from relay.answers import Answer, Source
from relay.language.words import Words
from relay.web.pages.addresses import ANSWERS, Links, Outside
from relay.web.pages.documents import HTML, Document
from relay.web.pages.drawing import Drawing
from relay.web.pages.linkify import Paragraph, one_line, paragraphs
from relay.web.pages.structured import faq


@dataclass(frozen=True)
class SourceView:
    """Where a claim comes from.

    Attributes:
        name: whose page it is, and what it is called.
        link: its address.
        is_published: whether the day is the one on the page; else somebody read it then.
        day: in words.
        date: the same for machines.
    """

    name: str
    link: str
    is_published: bool
    day: str
    date: str


@dataclass(frozen=True)
class QuestionView:
    """A question with its answer.

    Attributes:
        slug: under which links find it on the page.
        question: as it is shown.
        answer: the paragraphs; the first is the short answer.
        replaces, does_not: lines.
        sources: where its claims come from.
    """

    slug: str
    question: str
    answer: tuple[Paragraph, ...]
    replaces: tuple[str, ...]
    does_not: tuple[str, ...]
    sources: tuple[SourceView, ...]


class AnswerPage:
    """Makes the document.

    Args:
        answers: the questions in their order; without any there is no page.
        words: the wording.
        outside: what the outside calls the pages.
        links: how pages link to each other.
        drawing: draws it.
    """

    def __init__(
        self,
        answers: Sequence[Answer],
        words: Words,
        *,
        outside: Outside,
        links: Links,
        drawing: Drawing,
    ) -> None:
        self._answers = answers
        self._words = words
        self._outside = outside
        self._links = links
        self._drawing = drawing

    @property
    def is_there(self) -> bool:
        """Whether there is anything to show, and other pages link to it."""
        return bool(self._answers)

    @cached_property
    def document(self) -> Document | None:
        """The page, or None. It changes with the settings alone."""
        if not self._answers:
            return None
        body = self._drawing.page(
            "answers.html",
            ANSWERS,
            self._links,
            questions=tuple(map(self._view, self._answers)),
            faq=faq(self._answers, self._outside.of(ANSWERS), self._words.locale),
        )
        return Document(body, HTML)

    def documents(self) -> Iterator[tuple[str, Document | None]]:
        """The page with its path."""
        yield ANSWERS, self.document

    def _view(self, answer: Answer) -> QuestionView:
        return QuestionView(
            answer.slug,
            one_line(answer.question),
            paragraphs(answer.answer),
            tuple(map(one_line, answer.replaces)),
            tuple(map(one_line, answer.does_not)),
            tuple(map(self._source, answer.sources)),
        )

    def _source(self, source: Source) -> SourceView:
        day = source.published or source.read
        assert day is not None  # noqa: S101 -- one of them is asked for where files are read
        locale = self._words.locale.replace("-", "_")
        said = format_date(day, self._words.say("answers-day"), locale=locale)
        published = source.published is not None
        return SourceView(one_line(source.name), source.link, published, said, day.isoformat())
