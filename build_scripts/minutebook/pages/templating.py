"""Jinja2 templates to pages, safe by default: what a template prints is text unless it was built as Markup.

``printed`` sees every value before Jinja2 does. What could make Markup of unseen text – the filters and globals of
Jinja2 that join, replace or mark as safe – is not there; the few filters that templates use are listed here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from minutebook.identity import CALENDAR, agenda_page
from minutebook.pages import formats
from minutebook.pages.escape import clean, printed
from minutebook.pages.links import (
    DECISIONS_FEED,
    body_feed,
    body_page,
    in_page,
    outside,
    page_of,
    person_page,
    relative,
)

FILTERS = {
    "clock": formats.clock,
    "day": formats.day,
    "weekday": formats.weekday,
    "month": formats.month,
    "number": formats.number,
    "counted": formats.counted,
    "size": formats.size,
    "listed": formats.listed,
    "outside": outside,
    "length": len,
    "filled": any,
}
"""All filters of the templates; each gives plain text or a number."""

ADDRESSES = {
    "agenda_page": agenda_page,
    "calendar": CALENDAR,
    "body_page": body_page,
    "person_page": person_page,
    "body_feed": body_feed,
    "decisions_feed": DECISIONS_FEED,
}
"""All globals of the templates: where things are below the site's root, for ``url``."""


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("minutebook", "templates"),
        autoescape=True,
        finalize=printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters = dict(FILTERS)
    environment.globals = dict(ADDRESSES)
    return environment


_ENVIRONMENT = _environment()


def page(path: str, template: str, front: Mapping[str, object], **values: object) -> tuple[str, str]:
    """A page of build/docs: its path, and its text, which is front matter and what the template makes of the values.

    Templates have ``url(address)`` for the link from this page to an address below the site's root, ``here(anchor)``
    for one to an anchor of this page, and ``anchored(anchor)`` to give a heading in Markdown its anchor.
    """
    tools = {"url": partial(relative, page=page_of(path)), "here": in_page, "anchored": _anchored}
    body = _ENVIRONMENT.get_template(template).render(values, title=front["title"], **tools)
    return path, front_matter(front) + body


def _anchored(anchor: str) -> Markup:
    return Markup("{") + in_page(anchor) + Markup("}")


def front_matter(values: Mapping[str, object]) -> str:
    """YAML front matter: each value as JSON, which YAML reads as it stands once no odd character is left in it."""
    lines = (f"{key}: {json.dumps(_clean(value), ensure_ascii=False)}\n" for key, value in values.items() if value)
    return f"---\n{''.join(lines)}---\n\n"


def _clean(value: object) -> object:
    """Lists, mappings and text in them, without the characters that neither YAML nor HTML can hold."""
    if isinstance(value, Mapping):
        return {key: _clean(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(part) for part in value]
    return clean(value) if isinstance(value, str) else value
