"""The shape of a proof-reading rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from minutebook.model import Book
from minutebook.problems import Location, Problem


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``code`` is for ever. ``good`` and ``bad`` are bodies of minutes: the rule's tests, and its manual."""

    code: str
    title: str
    why: str
    find: Callable[[Book], Iterator[Finding]]
    good: str
    bad: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule has something to say."""

    location: Location
    message: str
    expected: str = ""


def problem(rule: Rule, finding: Finding) -> Problem:
    """A finding as the warning that is printed."""
    return Problem(finding.location, rule.code, finding.message, finding.expected, "warning")
