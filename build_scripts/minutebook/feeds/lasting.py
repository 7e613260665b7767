"""What a thing was called when it was first published: ids of entries hang on that, so no renaming announces them anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutebook.lasting_model import Redirect, Withdrawal

_BODIES = "bodies/"


def original(id_: str, redirects: Sequence[Redirect]) -> str:
    """The first id of what is called ``id_`` now: a meeting, what stands below one, or ``bodies/<body>``.

    A body that was renamed had its old name at the meetings until that day.
    """
    by_date = sorted(redirects, key=lambda redirect: redirect.date)
    for redirect in by_date:
        if not redirect.new.startswith((_BODIES, "people/")) and _at_or_below(id_, redirect.new):
            id_ = redirect.old + id_.removeprefix(redirect.new)
            break
    for redirect in by_date:
        if id_ == redirect.new:
            return redirect.old
        old, new = redirect.old.removeprefix(_BODIES), redirect.new.removeprefix(_BODIES)
        if redirect.new.startswith(_BODIES) and id_.startswith(f"{new}/") and _day(id_) <= redirect.date.isoformat():
            return old + id_.removeprefix(new)
    return id_


def former(id_: str, redirects: Iterable[Redirect]) -> tuple[str, ...]:
    """What ``bodies/<body>`` or ``people/<person>`` was called before, without the folder."""
    return tuple(redirect.old.partition("/")[2] for redirect in redirects if redirect.new == id_)


def withdrawal(id_: str, withdrawals: Iterable[Withdrawal]) -> Withdrawal | None:
    """The withdrawal of a thing, or of one that it stands below; None where it is not withdrawn."""
    return next((each for each in withdrawals if _at_or_below(id_, each.id)), None)


def _at_or_below(id_: str, other: str) -> bool:
    return id_ == other or id_.startswith(f"{other}/")


def _day(id_: str) -> str:
    """``2025-11-04`` of ``cabinet/2025-11-04-2/37``."""
    return id_.partition("/")[2][:10]
