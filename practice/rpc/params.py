"""The parameters of a JSON-RPC call as signal-cli's commands see them: `JsonRpcNamespace.java`."""

from collections.abc import Mapping
from typing import Any

from practice.refusals import INTERNAL_ERROR, Refusal

_WIDEST_INTEGER = 2**31 - 1


class Params:
    """Options by the names that they have on the command line.

    Args:
        given: the `params` of the request.
    """

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given

    def get(self, option: str) -> Any:
        """A value by its option's name or by that in camel case; None where there is none."""
        value = self._given.get(option)
        if value is not None:
            return value
        first, *others = option.split("-")
        return self._given.get(first + "".join(word.capitalize() for word in others))

    def text(self, option: str) -> str | None:
        """A text.

        Raises:
            Refusal: it is something else.
        """
        value = self.get(option)
        if value is not None and not isinstance(value, str):
            raise _miscast(value, "String")
        return value

    def texts(self, option: str) -> list[str]:
        """Texts: a list, one alone, or a list under the plural; none where nothing is given."""
        value = self.get(option)
        if value is None:
            value = self.get(option + "s")
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def is_set(self, option: str) -> bool:
        """Whether a switch is true."""
        return self.get(option) is True

    def long(self, option: str) -> int:
        """A Java `Long`. Jackson makes an `Integer` of what fits into one, and that is no `Long`.

        Raises:
            Refusal: as the program fails then.
        """
        value = self.get(option)
        if value is None:
            raise _failed('Cannot invoke "java.lang.Long.longValue()"', "NullPointerException")
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) <= _WIDEST_INTEGER:
            raise _miscast(value, "Long")
        return value


def _miscast(value: Any, wanted: str) -> Refusal:
    kinds = {str: "String", bool: "Boolean", int: "Integer", float: "Double", list: "ArrayList"}
    found = kinds.get(type(value), "LinkedHashMap")
    return _failed(
        f"class java.lang.{found} cannot be cast to class java.lang.{wanted}", "ClassCastException"
    )


def _failed(text: str, kind: str) -> Refusal:
    return Refusal(f"{text} ({kind})", code=INTERNAL_ERROR)
