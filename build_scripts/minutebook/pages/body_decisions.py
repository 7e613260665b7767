"""``bodies/<body>/decisions.md``: every decision of a body that has more of them than its own page shows.

Long lists have a page for each municipal year; the newest year stands at the list's own address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutebook.model import Body
from minutebook.pages import links
from minutebook.pages.autodiscovery import decisions_of
from minutebook.pages.record import Record, Resolution
from minutebook.pages.templating import page
from minutebook.pages.updated import changed
from minutebook.pages.years import Part, by_month, by_year

LATEST = 5
"""So many decisions are shown on a body's own page; one with more has a list."""

SPLIT = 40
"""A list with more decisions than this has a page for each municipal year."""


def decision_pages(record: Record, body: Body, resolutions: Sequence[Resolution]) -> Iterator[tuple[str, str]]:
    """The list of a body's decisions, ``resolutions``, newest first: none where its own page shows them all."""
    if len(resolutions) <= LATEST:
        return
    years = by_year(resolutions, lambda one: one.sitting.year) if len(resolutions) > SPLIT else ()
    if len(years) < 2:
        yield _page(record, body, Part("", "", tuple(resolutions)), ())
    for year in years if len(years) > 1 else ():
        yield _page(record, body, year, years)


def _page(record: Record, body: Body, shown: Part[Resolution], years: tuple[Part[Resolution], ...]) -> tuple[str, str]:
    own = links.body_page(body.id)
    address = f"{own}decisions/"
    newest = not years or shown is years[0]
    crumbs = [{"title": "Bodies", "href": "bodies/"}, {"title": body.name, "href": own}]
    of_year = f" of {shown.name}" if years else ""
    return page(
        f"bodies/{body.id}/decisions.md" if newest else f"bodies/{body.id}/decisions/{shown.key}.md",
        "body-decisions.md.j2",
        {
            "title": f"{body.name}: decisions{of_year}",
            "description": f"Every decision of {body.name}{f' in the municipal year {shown.name}' if years else ''}"
            f", {record.edition.book.council.name}, newest first.",
            "minutebook": "body",
            "updated": changed(record, (one.sitting.updated for one in shown.things)),
            "feeds": decisions_of(body, record),
            "crumbs": crumbs if newest else [*crumbs, {"title": "Decisions", "href": address}],
        },
        body=body,
        address=address,
        shown=shown,
        years=years,
        months=by_month(shown.things, lambda one: one.sitting.meeting.date),
    )
