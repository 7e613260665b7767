"""``content/council.yaml``: the council itself and its settings, as frozen dataclasses without behaviour."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from minutebook.problems import NOWHERE, Location

PrivateItems = Literal["titles", "publish"]
AccessibilityStatus = Literal["", "fully", "partially", "not"]
OfficerNames = Literal["names", "roles"]
DataFormat = Literal["parquet", "xlsx"]


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What a council says of how accessible its site is, for the statement that the law asks of it."""

    status: AccessibilityStatus = ""  # how far the site keeps WCAG 2.2 AA; empty while nobody has judged it
    issues: tuple[str, ...] = ()  # what is not accessible, a sentence each
    tested: dt.date | None = None
    tested_by: str = ""
    prepared: dt.date | None = None  # the statement
    reply_days: int | None = None  # working days within which a complaint is answered


@dataclass(frozen=True, slots=True)
class Council:
    """The council itself and its settings."""

    id: str  # lower-case letters, digits and hyphens; part of every permanent feed id
    name: str
    kind: str = ""  # "city council", "parish council" …
    gss_code: str = ""  # the Office for National Statistics' code, "E08000026"
    website: str = ""  # the council's own site
    url: str = ""  # the address at which this site is published, ending in "/"; empty while it has none
    publisher: str = ""
    contact: str = ""  # an address of the office that answers for the minutes
    licence: str = "OGL-UK-3.0"
    language: str = "en-GB"
    year_starts: int = 5  # the month, 1 to 12, in which a municipal year begins
    private_items: PrivateItems = "titles"
    contacts: tuple[str, ...] = ()  # e-mail addresses and telephone numbers that may be printed, beside ``contact``
    officers: OfficerNames = "names"  # whether officers below director are published by name, or by role alone
    operative_words: tuple[str, ...] = ()  # those of this council, beside OPERATIVE_WORDS
    colour: str = "#00594c"  # "#rrggbb", at least 4.5:1 on white
    notice: str = ""  # a line on every page ("This council does not exist …")
    formats: tuple[DataFormat, ...] = ()  # in which the data is published beside CSV, JSON and SQLite
    accessibility: Accessibility = Accessibility()
    data_protection: str = ""  # an address of the data protection officer
    format: int = 1
    location: Location = field(default=NOWHERE, compare=False)
