"""JSON objects to frozen dataclasses, by the type hints of their fields."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, Final, Protocol, TypeVar, get_args, get_origin, get_type_hints

from geo.errors import InputError

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
        A dataclass whose fields are text, numbers, truth values, enums of text, such records, tuples of
        one of these, or one of these or None. A tuple may be null, which is an empty one.
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
        if field.name in value:
            slots[field.name] = _decode(_hints(record)[field.name], value[field.name], f"{at}.{field.name}")
        elif field.default is MISSING:
            raise InputError(f"{at} has no {field.name!r}")
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
        for choice in hint:
            if choice == value:
                return choice
        raise InputError(f"{at} is {value!r}; it should be one of {', '.join(hint)}")
    python, words = _SCALARS[hint]
    if not isinstance(value, python):
        raise InputError(f"{at} should be {words}")
    return value
