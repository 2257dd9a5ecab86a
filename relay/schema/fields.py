"""Looking through the settings' models: every field there is, and how it was marked."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Path = tuple[str, ...]
"""The names of a setting from the top, positions in lists left out."""

_Mark = TypeVar("_Mark")


def fields_in(model: type[BaseModel], above: Path = ()) -> Iterator[tuple[Path, FieldInfo]]:
    """Yield every field of a model and of the tables in it, each before what is inside it.

    Args:
        model: the settings, or one table.
        above: the path to it.
    """
    for name, field in model.model_fields.items():
        yield (*above, name), field
        inner = _model_in(field.annotation)
        if inner is not None:
            yield from fields_in(inner, (*above, name))


def mark_of(field: FieldInfo, kind: type[_Mark]) -> _Mark | None:
    """Return what a field was marked with by `Annotated`, however deep in its type; else None."""
    marks = (*field.metadata, *_annotations(field.annotation))
    return next((mark for mark in marks if isinstance(mark, kind)), None)


def holds(field: FieldInfo, kind: type) -> bool:
    """Whether a field is of a type, or a union, list or table by name of it."""
    return any(one is kind for one in _types(field.annotation))


def _types(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def _annotations(annotation: Any) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _annotations(inner)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, Union, UnionType}:
        return next(filter(None, map(_model_in, get_args(annotation))), None)
    return None
