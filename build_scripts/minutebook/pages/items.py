"""``items/``: every item of business from A to Z, a page for each municipal year: what search is to those without scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.identity import slug
from minutebook.pages.record import Minuted, Record, grouped
from minutebook.pages.templating import page
from minutebook.pages.updated import changed, minutes_changed
from minutebook.pages.years import by_year


@dataclass(frozen=True, slots=True)
class Subject:
    """A title, and where it was an item, the newest first: routine items stand in one line."""

    title: str
    places: tuple[Minuted, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    name: str
    anchor: str
    subjects: tuple[Subject, ...]


def pages(record: Record) -> Iterator[tuple[str, str]]:
    """The index of years and a page for each."""
    name = record.edition.book.council.name
    titled = tuple(record.minuted.values())[::-1]
    years = by_year(titled, lambda each: each.sitting.year)
    about = f"Every item of business of {name} and its committees, from A to Z"
    yield page(
        "items/index.md",
        "items.md.j2",
        {
            "title": "Items of business from A to Z",
            "description": f"{about}, by year.",
            "minutebook": "items",
            "updated": minutes_changed(record),
        },
        years=years,
    )
    for year in years:
        yield page(
            f"items/{year.key}.md",
            "items-year.md.j2",
            {
                "title": f"Items of business, {year.name}, from A to Z",
                "description": f"{about}, in the municipal year {year.name}.",
                "minutebook": "items",
                "updated": changed(record, (each.updated for each in year.things)),
                "crumbs": [{"title": "Items of business", "href": "items/"}],
            },
            year=year,
            letters=letters(year.things),
        )


def letters(titled: tuple[Minuted, ...]) -> tuple[Letter, ...]:
    """Subjects by the letter that they begin with, as a dictionary has them; digits and all else stand under "0–9"."""
    found = grouped(titled, (each.item.title for each in titled))
    ordered = sorted(found.items(), key=lambda entry: (_letter(entry[0]) == _OTHER, _sortable(entry[0]), entry[0]))
    subjects = [Subject(title, tuple(places)) for title, places in ordered]
    by_letter = grouped(subjects, (_letter(subject.title) for subject in subjects))
    return tuple(Letter(name, f"letter-{slug(name)}", tuple(found)) for name, found in by_letter.items())


_OTHER = "0–9"


def _sortable(title: str) -> str:
    """Without accents, case, quotes and marks."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _letter(title: str) -> str:
    first = _sortable(title)[:1].upper()
    return first if first.isalpha() else _OTHER
