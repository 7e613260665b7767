"""What a person sees: progress on a terminal, plain lines elsewhere, problems in the order of their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from minutebook.problems import Problem, errors, in_order


@dataclass(frozen=True, slots=True)
class Console:
    """Results go to ``out``; progress and complaints to ``err``."""

    out: TextIO
    err: TextIO

    def say(self, what: str) -> None:
        """A step of long work: one line that is overwritten on a terminal, a line of its own elsewhere."""
        if self.err.isatty():
            print(f"\r\033[K{what} …", end="", file=self.err, flush=True)
        else:
            print(f"{what} …", file=self.err, flush=True)

    def done(self) -> None:
        """Clear the line of progress."""
        if self.err.isatty():
            print("\r\033[K", end="", file=self.err, flush=True)

    def print(self, line: str) -> None:
        self.done()
        print(line, file=self.out, flush=True)

    def error(self, line: str) -> None:
        self.done()
        print(f"minutebook: {line}", file=self.err, flush=True)

    def report(self, problems: Iterable[Problem]) -> int:
        """Print problems, one a line, and how many; the exit code: 1 where one is an error."""
        found = in_order(problems)
        self.done()
        for problem in found:
            print(problem, file=self.err)
        wrong = len(errors(found))
        if found:
            print(f"{_count(wrong, 'error')}, {_count(len(found) - wrong, 'warning')}", file=self.err, flush=True)
        return 1 if wrong else 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
