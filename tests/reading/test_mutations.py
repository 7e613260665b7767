"""However a minutes file is damaged, it is read or its problems are named: never a traceback, never silence.

A slice runs with every test; ``make soak`` runs the whole campaign. The seed is printed, and each case follows from it.
"""

from __future__ import annotations

import random

import pytest

from minutebook.reading.decisions import OPERATIVE_WORDS
from minutebook.reading.minutes import read_meeting
from minutebook.source import decode
from minutebook.writing import write_meeting
from project import ROOT

SEED = 20251104
MARKS = [
    b"# ",
    b"## ",
    b"- ",
    b"> ",
    b"|",
    b"**",
    b"\\",
    b"\x00",
    b"\xff",
    b"\r\n",
    b"    ",
    b"---\n",
    b"{#x}",
    b":",
    b"'",
]


def mutated(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(lines))
        match chance.randrange(7):
            case 0:
                lines.pop(place)
            case 1:
                lines.insert(place, lines[chance.randrange(len(lines))])
            case 2:
                other = chance.randrange(len(lines))
                lines[place], lines[other] = lines[other], lines[place]
            case 3:
                cut = chance.randint(0, len(lines[place]))
                lines[place] = lines[place][:cut] + chance.choice(MARKS) + lines[place][cut:]
            case 4:
                lines[place] = chance.choice(MARKS) * chance.randint(1, 40) + lines[place]
            case 5:
                lines[place] = bytes(
                    b ^ (1 << chance.randrange(8)) if chance.random() < 0.05 else b for b in lines[place]
                )
            case _:
                lines[place] = lines[place] * chance.randint(2, 50)
        lines = lines or [b""]
    return b"\n".join(lines)


def campaign(cases: int) -> dict[str, int]:
    files = [
        (path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in sorted(ROOT.glob("content/minutes/*/*.md"))
    ]
    chance = random.Random(SEED)
    outcome = {"read": 0, "refused": 0}
    for case in range(cases):
        name, content = chance.choice(files)
        damaged = mutated(content, chance)
        decoded, problems = decode(damaged, name)
        meeting = None
        if decoded is not None:
            meeting, problems = read_meeting(decoded, OPERATIVE_WORDS)
        if problems:
            outcome["refused"] += 1
            assert all(problem.location.file == name and problem.location.line >= 1 for problem in problems), case
        else:
            outcome["read"] += 1
            again, none = read_meeting(decode(write_meeting(meeting).encode(), name)[0], OPERATIVE_WORDS)
            assert (none, again) == ((), meeting), f"case {case} of seed {SEED}"
    print(f"seed {SEED}: {cases} damaged files, {outcome['read']} read, {outcome['refused']} refused with places")
    return outcome


def test_a_slice_of_damaged_files():
    outcome = campaign(400)
    assert min(outcome.values()) > 20


@pytest.mark.soak
def test_the_whole_campaign_of_damaged_files():
    outcome = campaign(20_000)
    assert min(outcome.values()) > 1000
