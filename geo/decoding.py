"""JSON objects to frozen dataclasses, by the type hints of their fields."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, Final, Protocol, TypeVar, get_args, get_origin, get_type_hints

from geo.errors import InputError

KEY: Final = "key"  # of a field's metadata: what JSON calls it, where Python has another use for the word
_SHOWN: Final = 60  # characters of a wrong value that a message repeats

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
    for field in fields(record):
        key = field.metadata.get(KEY, field.name)
        if key in value:
            slots[field.name] = _decode(_hints(record)[field.name], value[key], f"{at}.{key}")
        elif field.default is MISSING:
            raise InputError(f"{at} has no {key!r}")
    return record(**slots)


@cache
def _hints(record: type) -> Mapping[str, object]:
    return get_type_hints(record)


def _decode(hint: object, value: object, at: str) -> object:
    if get_origin(hint) is UnionType:
        (known,) = (part for part in get_args(hint) if part is not NoneType)
        return None if value is None else _decode(known, value, at)
    if get_origin(hint) is tuple:
        if not isinstance(value, list | tuple | NoneType):
            raise InputError(f"{at} should be a list")
        return tuple(_decode(get_args(hint)[0], item, f"{at}[{i}]") for i, item in enumerate(value or ()))
    if isinstance(hint, type) and is_dataclass(hint):
        return decode(hint, value, at)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint, value, at)
    if hint is dt.date:
        return _day(value, at)
    python, words = _SCALARS[hint]
    if not isinstance(value, python) or (isinstance(value, bool) and hint is not bool):
        raise InputError(f"{at} should be {words}")
    return value


def _choice(hint: type[StrEnum], value: object, at: str) -> StrEnum:
    for choice in hint:
        if choice == value:
            return choice
    raise InputError(f"{at} is {_short(value)}; it should be one of {', '.join(hint)}")


def _day(value: object, at: str) -> dt.date:
    try:
        if isinstance(value, str) and len(value) == len("2024-10-08"):  # no other form of ISO 8601
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise InputError(f"{at} is {_short(value)}; it should be a day, as 2024-10-08")


def _short(value: object) -> str:
    told = repr(value)
    return told if len(told) <= _SHOWN else f"{told[:_SHOWN]}…"
