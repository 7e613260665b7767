"""The proof-reading rules: each looks at the book and says where something may be wrong. None of them changes anything."""

from __future__ import annotations

from minutebook.checks import attendance, clauses, dates, numbers, open_questions, people, private, reviewed
from minutebook.checks.rule import Finding, Rule, problem
from minutebook.model import Book
from minutebook.problems import Problem, in_order

RULES: tuple[Rule, ...] = (
    people.RULE, reviewed.RULE, private.RULE, numbers.RULE, dates.RULE, attendance.RULE, open_questions.RULE,
    clauses.RULE,
)  # fmt: skip


def run_checks(book: Book) -> tuple[Problem, ...]:
    """What every rule finds, in the order of the places."""
    return in_order(problem(rule, finding) for rule in RULES for finding in rule.find(book))


__all__ = ["RULES", "Finding", "Rule", "run_checks"]
