"""What is drawn on a page of a PDF beside its text: straight lines, which may rule a table, and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from minutebook.importers.pdf_calls import address, fast

Point = tuple[float, float]
Line = tuple[float, float, float, float]
"""Left, top, right, bottom, in points; a line is level or upright, so that two of them are the same."""

_MOST_OBJECTS = 5000
_MOST_POINTS = 20_000
"""Of one page: more are a map."""
_DEEPEST = 4
"""Drawings within drawings."""
_STRAIGHT = 0.01
_SHORTEST = 1.0

_POINTER = ctypes.c_void_p
_kind = fast(raw.FPDFPageObj_GetType, ctypes.c_int, _POINTER)
_of_page = fast(raw.FPDFPage_GetObject, _POINTER, _POINTER, ctypes.c_int)
_of_form = fast(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
_count_of_form = fast(raw.FPDFFormObj_CountObjects, ctypes.c_int, _POINTER)
_matrix = fast(raw.FPDFPageObj_GetMatrix, ctypes.c_int, _POINTER, _POINTER)
_segments = fast(raw.FPDFPath_CountSegments, ctypes.c_int, _POINTER)
_segment = fast(raw.FPDFPath_GetPathSegment, _POINTER, _POINTER, ctypes.c_int)
_point = fast(raw.FPDFPathSegment_GetPoint, ctypes.c_int, _POINTER, _POINTER, _POINTER)
_type = fast(raw.FPDFPathSegment_GetType, ctypes.c_int, _POINTER)
_closes = fast(raw.FPDFPathSegment_GetClose, ctypes.c_int, _POINTER)

Place = Callable[[float, float], Point]
"""Where a point of a drawing stands on the page."""


@dataclass(slots=True)
class Drawn:
    """The pictures and lines of a page, counted from the bottom left corner; ``points`` is how many more are looked at."""

    pictures: int
    lines: list[Line]
    points: int = _MOST_POINTS


def of_page(page: pdfium.PdfPage) -> Drawn:
    """What is drawn on a page, of the first thousands of its objects."""
    at = address(page.raw)
    count = min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    drawn = Drawn(0, [])
    _look((_of_page(at, place) for place in range(count)), lambda x, y: (x, y), drawn, 0)
    return drawn


def _look(objects: Iterator[int | None], place: Place, drawn: Drawn, depth: int) -> None:
    for one in objects:
        match _kind(one):
            case raw.FPDF_PAGEOBJ_IMAGE:
                drawn.pictures += not depth
            case raw.FPDF_PAGEOBJ_PATH if one and drawn.points > 0:
                drawn.lines += _lines(one, _placed(one, place), drawn)
            case raw.FPDF_PAGEOBJ_FORM if one and depth < _DEEPEST:
                inside = range(min(_count_of_form(one), drawn.points))
                drawn.points -= len(inside)
                _look((_of_form(one, at) for at in inside), _placed(one, place), drawn, depth + 1)


def _placed(one: int, place: Place) -> Place:
    """Where a point of an object stands, when ``place`` says it of what the object is in."""
    matrix = raw.FS_MATRIX()
    if not _matrix(one, ctypes.addressof(matrix)):
        return place
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    return lambda x, y: place(a * x + c * y + e, b * x + d * y + f)


def _lines(path: int, place: Place, drawn: Drawn) -> Iterator[Line]:
    """The straight lines of a path that are level or upright."""
    x, y = ctypes.c_float(), ctypes.c_float()
    to_x, to_y = ctypes.addressof(x), ctypes.addressof(y)
    first = last = (0.0, 0.0)
    count = min(_segments(path), drawn.points)
    drawn.points -= max(count, 0)
    for at in range(count):
        segment = _segment(path, at)
        if not _point(segment, to_x, to_y):
            continue
        here = place(x.value, y.value)
        kind = _type(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _line(last, here)
        last = here
        if _closes(segment):
            yield from _line(last, first)
            last = first


def _line(start: Point, end: Point) -> Iterator[Line]:
    (x, y), (x2, y2) = start, end
    level, upright = abs(y - y2) < _STRAIGHT, abs(x - x2) < _STRAIGHT
    if level != upright and abs(x - x2) + abs(y - y2) >= _SHORTEST:
        yield (min(x, x2), y, max(x, x2), y) if level else (x, min(y, y2), x, max(y, y2))
