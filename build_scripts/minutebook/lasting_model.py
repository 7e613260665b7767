"""What a council declares about ids that it published before: ``content/redirects.yaml`` and ``content/withdrawals.yaml``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from minutebook.problems import NOWHERE, Location


@dataclass(frozen=True, slots=True)
class Redirect:
    """What was called ``old`` is called ``new`` since ``date``. Both are an id below a meeting's, or ``bodies/<id>``, ``people/<id>``."""

    old: str
    new: str
    date: dt.date
    reason: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A meeting, minute or decision whose text is no longer published. Its row and its place on the page stay."""

    id: str
    date: dt.date
    reason: str = ""
    location: Location = field(default=NOWHERE, compare=False)
