"""The errors that the program raises on purpose.

::

    GeoError
    ├── InputError       (ValueError)   a report, table or claims file cannot be used as it is
    ├── GazetteerError   (ValueError)   the gazetteer breaks one of its rules
    ├── LanguagePackError (ValueError)  a language pack breaks one of its rules
    ├── NotFoundError    (LookupError)  nothing is known under the name or id that was asked for
    ├── OutputError      (OSError)      a file or database cannot be written
    ├── StoreError       (OSError)      what has been read cannot be kept or is not what was kept
    └── EngineError      (OSError)      what should do the work cannot be started or reached

Each message is one line that names what is wrong, where, and what to do. `shown` and `named` are how
it repeats what somebody else wrote.
"""

import reprlib

_SHOWN = 60  # characters of a value that a message repeats


class GeoError(Exception):
    """Base of every error that the program raises on purpose."""


class InputError(GeoError, ValueError):
    """A report, a table beside the reports or a claims file cannot be used as it is."""


class GazetteerError(GeoError, ValueError):
    """The gazetteer breaks one of its rules; the message names the entry."""


class LanguagePackError(GeoError, ValueError):
    """A language pack breaks one of its rules; the message names the pack and the table."""


class NotFoundError(GeoError, LookupError):
    """Nothing is known under the name or id that was asked for."""


class OutputError(GeoError, OSError):
    """A file or database cannot be written; what stood there before is untouched."""


class StoreError(GeoError, OSError):
    """The store of what has been read cannot be opened, is damaged, or is another run's."""


class EngineError(GeoError, OSError):
    """What should do the work cannot be started or reached; what was read before is kept."""


def shown(value: object) -> str:
    """Return a value as a message repeats it: on one line, and no longer than a glance takes."""
    try:
        told = repr(value)
    except RecursionError:  # a JSON reader goes as deep as this does, from further up
        told = reprlib.repr(value)
    return told if len(told) <= _SHOWN else f"{told[:_SHOWN]}…"


def named(word: object) -> str:
    """Return an id as a message names it: as it stands, where that is short and can be seen."""
    plain = isinstance(word, str) and word.isprintable() and len(word) <= _SHOWN
    return str(word) if plain else shown(word)
