"""How importing grows with the length of a document: `python tests/benchmarks/importing.py [REPEATS]`.

The longest document is taken 1, 4 and 16 times over: document 001 where the real ones are beside the project, else an invented
one. For each format it prints documents per second and seconds of computing (which other work on the computer does not lengthen) side
by side, the ratio to the length before, and the exponent of growth: 1.0 is linear. Then the same for each regular expression of the importers on text made to hurt it, the worst first.
"""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import math
import os
import pkgutil
import re
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from importers.house_styles import blocks_of, document
from importers.invented_meetings import invented
from importers.making_pdf import pdf_of
from importers.making_word import docx_of
from minutebook import importers
from minutebook.importers import flow, import_document, markdown, plain, word_package
from minutebook.reading.decisions import OPERATIVE_WORDS

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 1, 5)
TIMES = (1, 4, 16)
HOSTILE = (
    "a", " ", "a ", "A ", "1. ", "(", "((a) ", "**", "- ", "_", ".", "the meeting ", "of the ", "minutes of the meeting of ", "and ", "held at ",
    "Councillor A Bee ", "A, ", "a: ", "had has have ", "4 May ", "12.", "1/", "RESOLVED ", "at its meeting ", "&amp;", "<b ", "[a](", "|", "–", "x-", "\t",
)  # fmt: skip
LENGTHS = (100, 400, 1600)


def longest():
    """The longest document there is, as text."""
    found = sorted((ROOT.parent / "shared/minutes").glob("001*"))
    if found:
        return found[0].read_text(encoding="utf-8"), found[0].name
    style = next(
        one for one in map(importlib.import_module("importers.house_styles").style_of, range(99)) if one.format == "md"
    )
    meetings = (document(blocks_of(*invented(seed), style), style).decode() for seed in range(20))
    return "\n\n".join(meetings), "20 invented meetings"


def computing():
    """Seconds of computing so far, those of processes that have ended included."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def seconds(function, *arguments, repeats=1, **options):
    """The least time that a call took."""
    taken = []
    for _ in range(repeats):
        begun = computing()
        function(*arguments, **options)
        taken.append(computing() - begun)
    return min(taken)


def row(name, taken, width=10):
    growth = math.log(max(taken[2], 1e-9) / max(taken[0], 1e-9), 16)
    shown = "".join(f"{each:>{width}.4f}s" for each in taken)
    return (
        f"{name:<16}{1 / taken[0]:>8.1f}/s{shown}{taken[1] / taken[0]:>8.2f}x{taken[2] / taken[1]:>7.2f}x{growth:>8.2f}"
    )


MAKERS = {"text": ("x.txt", None), "Word": ("x.docx", docx_of), "PDF": ("x.pdf", pdf_of)}


def made(text, make):
    """The document in one format: as it is, or its blocks printed."""
    if make is None:
        return text.encode()
    return make(flow.mend((markdown if markdown.is_markdown(text) else plain).read(text)).blocks)


def documents(text, repeats):
    """A row for each format, printed as soon as it is known. A document that is refused for its length says nothing of growth."""
    for name, (file, make) in MAKERS.items():
        spent = []
        for times in TIMES:
            content = made("\n\n".join([text] * times), make)
            spent.append(seconds(taken, file, content, repeats=repeats if times == 1 else 1))
        print(row(name, spent), flush=True)


def taken(file, content):
    results = import_document(file, content, words=OPERATIVE_WORDS, today=TODAY)
    refused = [problem for one in results for problem in one.problems if problem.code == "I001"]
    assert not refused, refused


def patterns():
    """Every regular expression that a module of the importers holds: its name, and it as it is called where it is weakest."""
    for found in pkgutil.iter_modules(importers.__path__):
        module = importlib.import_module(f"minutebook.importers.{found.name}")
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            calls = set(re.findall(rf"\b{name}\.(match|fullmatch|search|sub|split|finditer|findall)\(", source))
            anchored = calls and calls <= {"match", "fullmatch"}
            for one in value if isinstance(value, tuple | list) else [value]:
                if isinstance(one, re.Pattern):
                    yield f"{found.name}.{name}", one, getattr(one, min(calls) if anchored else "search")


def _too_long(*_):
    raise TimeoutError


def limited(call, text):
    """Seconds of one call, at most two: more are infinitely many."""
    signal.setitimer(signal.ITIMER_PROF, 2)
    begun = time.process_time()
    try:
        call(text)
    except TimeoutError:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begun


def expressions():
    """The regular expressions that took longest, each on what hurts it most."""
    signal.signal(signal.SIGPROF, _too_long)
    worst = []
    for name, pattern, call in patterns():
        for piece in HOSTILE:
            taken = []
            for length in LENGTHS:
                text = piece * (length // len(piece)) + "\x00"
                text = text.encode() if isinstance(pattern.pattern, bytes) else text
                taken.append(limited(call, text))
                if taken[-1] > 0.5:
                    break
            taken += [math.inf] * (3 - len(taken))
            worst.append((taken, name, piece))
    for taken, name, piece in sorted(worst, reverse=True, key=lambda one: one[0][::-1])[:12]:
        growth = math.log(max(taken[2], 1e-7) / max(taken[0], 1e-7), 16) if taken[0] < math.inf else math.inf
        print(f"{name:<34}{piece!r:<30}" + "".join(f"{each * 1000:>10.2f}ms" for each in taken) + f"{growth:>7.2f}")


def main():
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    text, name = longest()
    print(f"{name}: {len(text):,} characters, {', '.join(str(times) for times in TIMES)} times over")
    print(
        f"{'format':<16}{'per second':>10}"
        + "".join(f"{times:>10}x" for times in TIMES)
        + f"{'ratio':>9}{'ratio':>8}{'growth':>8}"
    )
    word_package._LARGEST *= max(TIMES)
    documents(text, repeats)
    print(
        f"\nregular expressions on text of {', '.join(f'{length:,}' for length in LENGTHS)} characters, the slowest first"
    )
    expressions()


if __name__ == "__main__":
    main()
