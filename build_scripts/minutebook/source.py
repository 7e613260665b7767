"""Bytes to text, and YAML to values that know their place.

PyYAML's own types are not used: it reads ``18:30`` as 1110 and ``no`` as False, and keeps the last of two equal keys. Here
every scalar is text with the line and column where it stands, and what a value means is decided by who reads it.

Codes: S001 not UTF-8, S002 a character that text cannot hold, S003 front matter, S004 not YAML, S005 a key twice,
S006 YAML that is not plain data.
"""

from __future__ import annotations

import codecs
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from minutebook.problems import Location, Problem

_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
    r"|(?<!\S)[\u200c\u200d]|[\u200c\u200d](?!\S)"
)
"""Control characters, and characters that cannot be seen: they could hide a heading or turn a line about."""
_SHOWN = 20
_DEEPEST = 40
_YAML_WANTED = {
    "mapping values are not allowed": "quotation marks around a value that holds a colon and a space, and keys of one "
    "level indented alike",
    "found a tab character": "spaces in place of the tab",
    "cannot start any token": "spaces in place of a tab, and quotation marks around a value that begins with @, ` or %",
    "unknown escape character": "single quotation marks around a value that holds a backslash",
    "unexpected end of stream": "a quotation mark at the end of the value as well",
}
"""What YAML's commonest complaints ask for, in the words of someone who has never heard of YAML's tokens."""
_CSafe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys are unique, in the order written."""

    entries: tuple[tuple[Scalar, Node], ...]
    location: Location


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Text:
    """A file as text: NFC, line feeds only, no byte-order mark, no control characters."""

    text: str
    file: str


def decode(content: bytes, file: str) -> tuple[Text | None, tuple[Problem, ...]]:
    """A file's bytes as text; or the places, up to 20, that cannot be read as text."""
    content = content.removeprefix(codecs.BOM_UTF8)
    spoiled = tuple(_not_utf8(content, file))
    if spoiled:
        return None, spoiled
    text = unicodedata.normalize("NFC", content.decode().replace("\r\n", "\n"))
    unfit = []
    for match in itertools.islice(_UNFIT.finditer(text), _SHOWN):
        line = text.count("\n", 0, match.start()) + 1
        where = Location(file, line, match.start() - text.rfind("\n", 0, match.start()))
        told = f"a character that cannot be seen, U+{ord(match.group()):04X}"
        unfit.append(Problem(where, "S002", told, "text without it"))
    return (None, tuple(unfit)) if unfit else (Text(text, file), ())


def _not_utf8(content: bytes, file: str) -> Iterator[Problem]:
    """The bytes that are no UTF-8, one problem a line."""
    shown = 0
    for number, line in enumerate(content.split(b"\n"), 1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            where = Location(file, number, len(line[: error.start].decode()) + 1)
            told = f"the file is not UTF-8: byte 0x{line[error.start]:02x} belongs to another encoding"
            yield Problem(where, "S001", told, "UTF-8")
            shown += 1
            if shown == _SHOWN:
                return


@dataclass(frozen=True, slots=True)
class Document:
    """Front matter and body of a Markdown file; ``body_line`` is the line in the file of the body's first line."""

    front: Node | None
    body: str
    body_line: int
    file: str


def split_document(text: Text) -> tuple[Document | None, tuple[Problem, ...]]:
    """Separate front matter from body. A file that does not begin with ``---`` has no front matter."""
    lines = text.text.split("\n")
    if lines[0].rstrip() != "---":
        return Document(None, text.text, 1, text.file), ()
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        wanted = "a line --- after the last key"
        return None, (Problem(Location(text.file, 1, 1), "S003", "the front matter has no end", wanted),)
    front, problems = read_yaml("\n".join(lines[1:end]), text.file, first_line=2)
    return Document(front, "\n".join(lines[end + 1 :]), end + 2, text.file), problems


def comments(text: Text) -> tuple[Location, ...]:
    """Where comments stand in the front matter of a file. They are for people who read the file, and are not part of any value."""
    lines = text.text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    quoted = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
    found = []
    for number, line in enumerate(lines[1:end], 2):
        bare = quoted.sub(lambda match: "x" * len(match.group()), line)
        mark = re.search(r"(?:^|\s)#", bare)
        if mark:
            found.append(Location(text.file, number, mark.end()))
    return tuple(found)


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """One YAML document as nodes; None for an empty one. ``first_line`` is the line of the file on which it begins."""
    composer = _Composer(file, first_line)
    try:
        for event in yaml.parse(text, Loader=_CSafe):
            composer.take(event)
            if len(composer.open) > _DEEPEST:
                where = composer.place(event.start_mark)
                told = f"lists and keys inside one another more than {_DEEPEST} deep"
                return None, (*composer.problems, Problem(where, "S006", told, "fewer levels"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = composer.place(mark) if mark else Location(file, first_line, 1)
        told = " ".join(filter(None, (error.context, error.problem)))
        fit = "one key: and its value on each line, those of one level indented alike"
        wanted = next((wanted for words, wanted in _YAML_WANTED.items() if words in told), fit)
        return None, (*composer.problems, Problem(where, "S004", f"this is not YAML: {told}", wanted))
    except yaml.YAMLError as error:
        return None, (Problem(Location(file, first_line, 1), "S004", f"this is not YAML: {error}", "valid YAML"),)
    return composer.root, tuple(composer.problems)


class _Composer:
    """Builds nodes from parser events without recursion, so that no depth of nesting can break it."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file, self.first_line = file, first_line
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[tuple[str, list[Node], Location]] = []

    def place(self, mark: Any) -> Location:
        return Location(self.file, mark.line + self.first_line, mark.column + 1)

    def take(self, event: yaml.Event) -> None:
        where = self.place(event.start_mark) if event.start_mark else Location(self.file, self.first_line, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(where, "an anchor or alias")
        elif tag := getattr(event, "tag", None):
            self._refuse(where, f"a tag ({tag})")
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse(where, "a second document")
        match event:
            case yaml.AliasEvent():
                self._put(Scalar("", where))
            case yaml.ScalarEvent():
                plain_null = event.implicit[0] and event.value in {"", "~", "null"}
                self._put(Scalar("" if plain_null else event.value, where))
            case yaml.SequenceStartEvent():
                self.open.append(("sequence", [], where))
            case yaml.MappingStartEvent():
                self.open.append(("mapping", [], where))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                kind, parts, begun = self.open.pop()
                self._put(Sequence(tuple(parts), begun) if kind == "sequence" else self._mapping(parts, begun))

    def _refuse(self, where: Location, what: str) -> None:
        self.problems.append(Problem(where, "S006", f"{what} in YAML", "plain keys, values and lists"))

    def _put(self, node: Node) -> None:
        if self.open:
            self.open[-1][1].append(node)
        elif self.root is None:
            self.root = node

    def _mapping(self, parts: list[Node], begun: Location) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._refuse(key.location, "a list or mapping as a key")
            elif key.text in entries:
                first = entries[key.text][0].location.line
                told = f"the key {key.text!r} stands twice (first in line {first})"
                self.problems.append(Problem(key.location, "S005", told, "each key once"))
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), begun)
