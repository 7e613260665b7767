"""The parts of a .docx file, which is a zip archive: opened with care, for it may be damaged or made to blow up."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

_OLE = b"\xd0\xcf\x11\xe0"
_MAIN = re.compile(r"word/document\d*\.xml")
_LARGEST = 15_000_000
"""Bytes that a part may have; that of a thousand pages has fewer."""
_MOST_ENTRIES = 10_000
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument)/(main|math|relationships)")

_OLD = "it is an old Office document, as Word made them before 2007 (.doc): open it in Word, save it as .docx and import that"
_LOCKED = "it is a Word document that is locked with a password: save a copy without the password and import that"
_DAMAGED = "it is a Word document that is damaged and cannot be opened: open it in Word, save it again as .docx and import that"
_BOMB = (
    "it is a Word document whose text unpacks to more than {size} million bytes, which no minutes need: open it in Word and copy the "
    "minutes into a new document"
)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that are read, each as the root of its tree; None where the document has none."""

    document: Any
    styles: Any
    numbering: Any
    footnotes: Any
    endnotes: Any
    head: Any  # of the first page
    pictures: bool = False


def is_word(content: bytes) -> bool:
    """Whether a file is a Word document: a zip archive with its text, or the container of old and of locked ones."""
    if content.startswith(_OLE):
        return True
    if not content.startswith(b"PK\x03\x04"):
        return False
    return b"word/" in content  # the names in an archive are not packed


def open_package(content: bytes) -> Package | str:
    """The parts of a Word document, or a sentence that says why it cannot be read."""
    if content.startswith(_OLE):
        return _LOCKED if "EncryptedPackage".encode("utf-16-le") in content else _OLD
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > _MOST_ENTRIES:
                return _DAMAGED
            main = next((name for name in archive.namelist() if _MAIN.fullmatch(name)), None)
            if main is None:
                return _DAMAGED
            return _package(archive, main)
    except _TooLargeError:
        return _BOMB.format(size=_LARGEST // 1_000_000)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, OSError, NotImplementedError, ValueError):
        return _DAMAGED
    except RuntimeError:  # what zipfile raises for an entry that is encrypted
        return _LOCKED


def _package(archive: zipfile.ZipFile, main: str) -> Package:
    """The parts that a document's main part names; those by their usual names where it names none."""
    related = _part(archive, f"word/_rels/{main.removeprefix('word/')}.rels")
    parts, names = {}, dict[str, str]()
    for one in related if related is not None else ():
        target = one.get("Target", "").removeprefix("/")
        names[one.get("Id", "")] = target if target.startswith("word/") else f"word/{target}"
        parts[one.get("Type", "").rpartition("/")[2]] = names[one.get("Id", "")]
    styles, numbering, footnotes, endnotes = (
        _part(archive, parts.get(name, f"word/{name}.xml")) for name in ("styles", "numbering", "footnotes", "endnotes")
    )
    document = _part(archive, main)
    head = _part(archive, names.get(_head_of(document), ""))
    pictures = any(name.startswith("word/media/") for name in archive.namelist())
    return Package(document, styles, numbering, footnotes, endnotes, head, pictures)


def _head_of(document: Any) -> str:
    """The id of the head of the first page: its own where it has one, else that of all pages. Empty where it has none."""
    section = next(document.iter(qn("w:sectPr")), None)
    if section is None:
        return ""
    heads = {one.get(qn("w:type"), ""): one.get(qn("r:id"), "") for one in section.findall(qn("w:headerReference"))}
    own = section.find(qn("w:titlePg"))
    is_own = own is not None and own.get(qn("w:val"), "1") not in {"0", "false", "off"}
    return str(heads.get("first" if is_own else "default", ""))


class _TooLargeError(Exception):
    """A part unpacks to more than it may."""


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    """The tree of a part; None where the archive has none of that name."""
    if name not in archive.NameToInfo:
        return None
    with archive.open(name) as stream:
        unpacked = stream.read(_LARGEST + 1)
    if len(unpacked) > _LARGEST or archive.NameToInfo[name].file_size > _LARGEST:
        raise _TooLargeError
    if b"<!DOCTYPE" in unpacked[:2000] or b"<!ENTITY" in unpacked:
        raise ValueError("a part of a Word document declares no entities")
    return parse_xml(_STRICT.sub(_transitional, unpacked))


def _transitional(found: re.Match[bytes]) -> bytes:
    """The namespace that every Word reads, for that of "Strict Open XML"."""
    return b"http://schemas.openxmlformats.org/" + found[1] + b"/2006/" + found[2]
