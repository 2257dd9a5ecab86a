"""What the tour and the demo say themselves: Fluent messages that lie beside this module.

Apart from the wording that a branch edits, because none of it ever reaches a branch.
"""

from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

_FOLDER = Path(__file__).parent / "wording"
_LONG = 2000


class Narration:
    """The narrator's words."""

    def __init__(self) -> None:
        self._bundle = FluentBundle(["en-GB"], use_isolating=False)
        for file in sorted(_FOLDER.glob("*.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def tell(self, message_id: str, /, **args: str | int) -> str:
        """One message, or an attribute of one (`id.attribute`).

        Raises:
            LookupError: there is no such message, or it lacks an argument.
        """
        name, _, attribute = message_id.partition(".")
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise LookupError(message_id)
        # Fluent takes no text of more than 2,500 characters; longer ones are put in afterwards.
        long = {key: text for key, text in args.items() if len(str(text)) > _LONG}
        slots = {key: f"\ufdd0{key}\ufdd1" for key in long}
        pieces, errors = self._bundle.format_pattern(pattern, {**args, **slots})
        if errors:
            raise LookupError(f"{message_id}: {errors}")
        told = str(pieces)
        for key, slot in slots.items():
            told = told.replace(slot, str(long[key]))
        return told
