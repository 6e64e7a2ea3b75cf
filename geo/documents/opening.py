"""From bytes to parts: a report becomes one, an archive is opened and its members follow."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from geo.documents.forms import FORMS, TEXTS, NoReportError, recognise, suffix_of
from geo.documents.parts import Limits, Part
from geo.documents.streams import BROKEN, Budget, SpentError, reason, whole
from geo.documents.told import pairs, shown
from geo.errors import InputError
from geo.records import Problem

HEAD = 8_192  # bytes that are looked at to know a format


@dataclass(frozen=True, slots=True)
class Source:
    """A file, a member of an archive or standard input, to be read once from front to back.

    Attributes
    ----------
    stream
        Its bytes.
    file
        How the user would name it; a member stands behind ``!``.
    label
        The same, seen from the top of the collection.
    base
        The last part of its label, as it stands there.
    name
        The name that its format is known by: the same, without what says how it is packed.
    limits
        How much of anything is read.
    budget
        What the archive it comes from may still unpack to.
    told
        What a table tells of it.
    told_of
        What a table tells of the member that the words behind ``!`` name.
    columns
        Which columns of a table are which keys.
    form
        Its format, where a person said it.
    depth
        How many archives it stands in.
    """

    stream: io.BufferedReader
    file: str
    label: str
    base: str
    name: str
    limits: Limits
    budget: Budget
    told: Mapping[str, str]
    told_of: Callable[[str], Mapping[str, str]]
    columns: Mapping[str, str] | None = None
    form: str | None = None
    depth: int = 0

    @property
    def id(self) -> str:
        """The id of the report that it is: its place in the collection, a text's without the end of its name.

        A page and its print (``a.html``, ``a.pdf``) so are two reports.
        """
        end = suffix_of(self.name)
        name = self.name[: len(self.name) - len(end)] if end in TEXTS else self.name
        return self.label[: len(self.label) - len(self.base)] + name

    def within(self, name: str, stream: io.BufferedReader, *, deeper: bool) -> "Source":
        """Return the source of what was packed: the same file, by the name it has unpacked."""
        return replace(self, stream=stream, name=name, form=None, depth=self.depth + deeper)

    def numbered(self, number: int) -> "Source":
        """Return the source of one of the reports that it holds without a name."""
        behind = f"#{number}"
        return replace(
            self,
            file=self.file + behind,
            label=self.label + behind,
            base="",
            name="",
            told={**self.told, **{k: v for k, v in self.told_of(behind).items() if v}},
            told_of=lambda further: self.told_of(behind + further),
        )

    def member(self, name: str, stream: io.BufferedReader) -> "Source":
        """Return the source of a member; its name is hostile and only ever shown."""
        behind = "!" + shown(name)
        base = behind[1:].rpartition("/")[2]
        return replace(
            self,
            stream=stream,
            file=self.file + behind,
            label=self.label + behind,
            base=base,
            name=base,
            told={**self.told, **{k: v for k, v in self.told_of(behind).items() if v}},
            told_of=lambda further: self.told_of(behind + further),
            form=None,
            depth=self.depth + 1,
        )

    def part(self, form: str, raw: bytes, told: Mapping[str, str | None]) -> Part:
        """Return the one report that it is, with what its header tells."""
        return Part(self.id, self.file, form, raw, pairs(self.told, told))

    def row(self, key: str, text: str, told: Mapping[str, str | None]) -> Part:
        """Return one of the reports it holds in rows, as its text to the letter."""
        return Part(key, self.file, "row", text.encode(), pairs(self.told, told))

    def problem(self, why: str, where: str = "", *, left_out: bool = True, skipped: bool = False) -> Problem:
        """Return what is wrong with it."""
        return Problem(self.file + where, why, left_out, skipped)


def opened(source: Source) -> Iterator[Part | Problem]:
    """Yield the report that `source` is, or those it holds; what cannot be read is a problem."""
    try:
        name = source.form or recognise(source.name, source.stream.peek(HEAD)[:HEAD])
        if FORMS[name].holds:
            yield from _held(source, name)
        else:
            yield source.part(name, whole(source.stream, source.limits), {})
    except NoReportError as error:
        yield source.problem(reason(error), skipped=True)
    except SpentError as error:
        if source.depth:
            raise  # nothing more of the outermost archive is read either
        yield source.problem(reason(error))
    except BROKEN as error:  # an InputError is among them
        yield source.problem(reason(error))


def _held(source: Source, name: str) -> Iterator[Part | Problem]:
    form, nothing = FORMS[name], True
    if form.nests and source.depth >= source.limits.nesting:
        raise InputError(f"stands in {source.depth} archives one within another; unpack it first")
    try:
        for found in form.load()(source):
            nothing = False
            yield found
    except ModuleNotFoundError as error:
        raise form.missing(error) from error
    if nothing:
        raise InputError(f"is {form.called} without a report in it")
