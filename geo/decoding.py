"""JSON objects to frozen dataclasses, by the type hints of their fields."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, ClassVar, Final, Protocol, TypeVar, get_args, get_origin, get_type_hints

from geo.errors import InputError, shown

KEY: Final = "key"  # of a field's metadata: what JSON calls it, where Python has another use for the word

# What JSON must hold for each type of a record's field, and how a message calls it.
_SCALARS: Final[Mapping[object, tuple[type | UnionType, str]]] = {
    str: (str, "text"),
    int: (int, "a whole number"),
    float: (int | float, "a number"),
    bool: (bool, "true or false"),
}


class _Record(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


R = TypeVar("R", bound=_Record)
_Decoder = Callable[[Any, str], object]


def decode(record: type[R], value: object, at: str) -> R:
    """Return `value` as a `record`; keys that it has no field for are ignored.

    Parameters
    ----------
    record
        A dataclass whose fields are text, numbers, truth values, days, enums of text, such records, tuples
        of one of these, or one of these or None. A tuple may be null, which is an empty one.
    at
        Where `value` stands, for the message.

    Raises
    ------
    InputError
        If a field without a default is missing, or a value is not of its field's type.
    """
    if not isinstance(value, Mapping):
        raise InputError(f"{at} should be an object")
    slots = {}
    for name, key, needed, of in _plan(record):
        if key in value:
            slots[name] = of(value[key], f"{at}.{key}")
        elif needed:
            raise InputError(f"{at} has no {key!r}")
    return record(**slots)


@cache
def _plan(record: type[_Record]) -> Sequence[tuple[str, str, bool, _Decoder]]:
    """Return of each field its name, its key, whether it must be there, and what decodes its value."""
    hints = get_type_hints(record)
    return [
        (f.name, f.metadata.get(KEY, f.name), f.default is MISSING, _decoder(hints[f.name]))
        for f in fields(record)
    ]


def _decoder(hint: Any) -> _Decoder:  # noqa: ANN401 - a type hint may be anything
    """Return what decodes a value of a type: hints are looked into once, not for each value."""
    if get_origin(hint) is UnionType:
        (known,) = (part for part in get_args(hint) if part is not NoneType)
        told = _decoder(known)
        return lambda value, at: None if value is None else told(value, at)
    if get_origin(hint) is tuple:
        return partial(_items, _decoder(get_args(hint)[0]))
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(decode, hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return partial(_choice, hint)
    return _day if hint is dt.date else partial(_scalar, hint, *_SCALARS[hint])


def _items(of: _Decoder, value: object, at: str) -> tuple[object, ...]:
    if not isinstance(value, list | tuple | NoneType):
        raise InputError(f"{at} should be a list")
    return tuple(of(item, f"{at}[{i}]") for i, item in enumerate(value or ()))


def _scalar(hint: type, python: type | UnionType, words: str, value: object, at: str) -> object:
    if not isinstance(value, python) or (isinstance(value, bool) and hint is not bool):
        raise InputError(f"{at} should be {words}")
    if hint is float and not _is_float(value):
        raise InputError(f"{at} should be a number that fits into 64 bits")
    return value


def _is_float(value: Any) -> bool:  # noqa: ANN401 - an int or a float
    try:
        float(value)
    except OverflowError:  # JSON has whole numbers of any length
        return False
    return True


def _choice(hint: type[StrEnum], value: Any, at: str) -> StrEnum:  # noqa: ANN401 - whatever JSON holds
    try:
        return hint(value)
    except (ValueError, RecursionError) as error:  # an enum's own message repeats the value, however deep
        raise InputError(f"{at} is {shown(value)}; it should be one of {', '.join(hint)}") from error


def _day(value: object, at: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:  # ISO 8601 has further forms, as 2024-W41-2
        raise InputError(f"{at} is {shown(value)}; it should be a day, as 2024-10-08")
    return day
