"""Pages from views: Jinja templates in which everything is escaped unless a template says so."""

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relay.destinations.short import shortened
from relay.language.words import Words
from relay.web.pages import addresses
from relay.web.pages.addresses import Links, Outside

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


class Drawing:
    """Draws pages.

    Args:
        words: the wording.
        outside: whole addresses for link previews.
        has_notice: whether each page leads to what is kept of people.
    """

    def __init__(self, words: Words, outside: Outside, has_notice: bool = False) -> None:
        self._has_notice = has_notice
        self._words = words
        self._outside = outside

    @cached_property
    def _templates(self) -> "Environment":
        # Imported late: many a relay has no pages.
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        templates = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        templates.globals.update(
            say=self._words.say,
            locale=self._words.locale,
            outside=self._outside,
            paths=addresses,
            style=addresses.STYLE,
            brief=shortened,
            has_notice=self._has_notice,
        )
        return templates

    def page(self, template: str, path: str, links: Links, **values: Any) -> bytes:
        """Draw one page.

        Args:
            template: the file's name.
            path: of the page, from which its links start.
            links: how it links to others.
            **values: what the template mentions.
        """

        def link(target: str) -> str:
            return links.to(path, target)

        drawn = self._templates.get_template(template).render(path=path, link=link, **values)
        return drawn.encode()


@cache
def style_sheet() -> bytes:
    """The one style sheet of all pages."""
    return (_TEMPLATES / "style.css").read_bytes()
