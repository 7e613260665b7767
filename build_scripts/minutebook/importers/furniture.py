"""Page furniture: what a printed page holds besides the minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutebook.importers import dates, titles

_PAGE = re.compile(
    r"\W*(?:page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*|[-–—]\s*\d{1,4}\s*[-–—]"
    r"|(?-i:PUBLIC|Public|PRIVATE|Private|CONFIDENTIAL|OFFICIAL)\s+\d{1,3}",
    re.IGNORECASE,
)
_BLANK_PAGE = re.compile(
    r"\W*this page (?:is|has been|was) (?:intentionally )?left (?:intentionally )?blank\W*", re.IGNORECASE
)
_LONGEST = 100
"""Characters of a running head."""
_FEWEST = 10
"""Lines that a page has at the least."""
_FULL = 40
"""Characters that a line in mid-sentence has at the least."""
_LISTED = re.compile(r"[-•*]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s")
_FRONT = 20
"""Lines at the head of a document in which its title stands."""
_RULE = re.compile(r"(?:[-=*~_.#]\s?){3,}")
_SIGNATURE = re.compile(
    r"\W*(?:signed|signature|chair(?:man|person|woman)?|(?:lord |town )?mayor|presiding|clerk|convenor|dated?|confirmed|approved|name)\b"
    r".{0,80}",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"_{3,}|\.{4,}|…{2,}|(?:…\.*){2,}")


def is_page_mark(text: str) -> bool:
    """Whether a line is a page's number or says that the page is blank."""
    return len(text) < 80 and bool(_PAGE.fullmatch(text) or _BLANK_PAGE.fullmatch(text))


def is_blank_page(text: str) -> bool:
    """Whether a line says that its page is blank: between the papers of a pack, one ends there."""
    return len(text) < 80 and bool(_BLANK_PAGE.fullmatch(text))


def is_rule(text: str) -> bool:
    """Whether a line is drawn: ``---``, ``* * *``, ``____``."""
    return bool(_RULE.fullmatch(text))


def is_signature(text: str, closed: bool) -> bool:
    """Whether a line is a place to sign: "Chair ______". After the meeting's ``closed`` line "Chair" alone is one too."""
    if not re.search(r"[^\W_]", text):
        return bool(_BLANKS.search(text))
    return bool(_SIGNATURE.fullmatch(text)) and (bool(_BLANKS.search(text)) or (closed and len(text) <= 24))


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as printed: its number in the text, its page, both from 1, and why it is furniture, if it is."""

    number: int
    page: int
    raw: str
    dropped: str = ""


def lines(text: str, shown: Callable[[str], str] = str.strip) -> Iterator[Printed | None]:
    """The lines of a text, and None after each page. ``shown`` takes the markup off a line.

    A form feed ends a page, and takes no line of its own. A text without any ends its pages where it prints their numbers.
    """
    pages = [page.split("\n") for page in text.split("\f")]
    found = _found(pages if len(pages) > 1 else _marked(pages[0], shown), shown)
    number = 0
    for page, raws in enumerate(pages, 1):
        for place, raw in enumerate(raws):
            number += place > 0 or page == 1
            yield Printed(number, page, raw, next(found))
        yield None


def _marked(raws: Sequence[str], shown: Callable[[str], str]) -> list[list[str]]:
    """The lines of each page, which ends with its number: "Page 3 of 12", or a bare one."""
    pages: list[list[str]] = [[]]
    texts = [shown(raw) for raw in raws]
    bare = _bare_numbers(texts)
    for place, raw in enumerate(raws):
        pages[-1].append(raw)
        if place in bare or (is_page_mark(texts[place]) and not is_blank_page(texts[place])):
            pages.append([])
    return pages


def _bare_numbers(texts: Sequence[str]) -> frozenset[int]:
    """The lines that hold a number alone, where these number pages: they grow by one, and one of them cuts a sentence or list."""
    places = [place for place, text in enumerate(texts) if text.isdecimal() and len(text) < 5]
    steps = [int(texts[now]) - int(texts[was]) == 1 and now - was >= _FEWEST for was, now in pairwise(places)]
    cuts = any(_cuts_sentence(texts, place) or _cuts_list(texts, place) for place in places)
    return frozenset(places) if len(steps) > 1 and all(steps) and cuts else frozenset()


def _cuts_sentence(texts: Sequence[str], place: int) -> bool:
    """Whether a sentence stops before a line and goes on after it."""
    before = next((text for text in reversed(texts[max(place - 5, 0) : place]) if text), "")
    after = next((text for text in texts[place + 1 : place + 6] if text), "")
    return before[-1:].isalpha() and len(before) >= _FULL and after[:1].islower()


def _cuts_list(texts: Sequence[str], place: int) -> bool:
    """Whether a list goes on after a line: no title stands there."""
    return bool(_LISTED.match(next((text for text in texts[place + 1 : place + 6] if text), "")))


def _is_lone_number(texts: Sequence[str], place: int) -> bool:
    """Whether a line is a page's number, though no other is printed: it stands between blank lines in a sentence."""
    apart = 0 < place < len(texts) - 1 and not texts[place - 1] and not texts[place + 1]
    return texts[place].isdecimal() and len(texts[place]) < 4 and apart and _cuts_sentence(texts, place)


def _found(pages: Sequence[Sequence[str]], shown: Callable[[str], str]) -> Iterator[str]:
    """Why each line is furniture; empty where it is none."""
    bare = [[shown(raw) for raw in raws] for raws in pages]
    heads = running_heads(bare)
    numbered = page_numbers(bare)
    for page, raws in enumerate(bare):
        filled = [place for place, text in enumerate(raws) if text]
        edges = {*filled[:2], *filled[-2:]}
        last = filled[-1] if filled and not any(map(any, bare[page + 1 :])) else -1
        for place, text in enumerate(raws):
            if is_page_mark(text) or (place == last and text.isdecimal() and len(text) < 4):
                yield "a page's mark"
            elif place in edges and without_numbers(text) in heads and not (page == 0 and _is_title(place, raws)):
                yield "a running head or foot"
            elif (page in numbered and place in {*filled[:1], *filled[-1:]} and text.isdecimal()) or _is_lone_number(
                raws, place
            ):
                yield "a page's number"
            else:
                yield ""


def _is_title(place: int, lines: Sequence[str]) -> bool:
    """Whether a running head is the title on the first page: it names the day or the body, and no line near it does."""
    head, others = lines[place], [line for at, line in enumerate(lines[:_FRONT]) if at != place]
    names_day = bool(next(dates.dates_in(head), None))
    names_body = bool(titles.TYPE.search(head))
    return (names_day and not any(next(dates.dates_in(line), None) for line in others)) or (
        names_body and not any(titles.TYPE.search(line) for line in others)
    )


def running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands first or last on most of the pages, with its digits as ``0``. ``pages`` holds the lines of each.

    Of two pages it must be the very first or the very last of both, and hold words.
    """
    written = [filled for lines in pages if (filled := [line.strip() for line in lines if line.strip()])]
    if len(written) == 2:
        return _heads_of_two(*written)
    seen: Counter[str] = Counter()
    for filled in written:
        seen.update({without_numbers(line) for line in (*filled[:2], *filled[-2:])})
    often = max(3, (len(written) + 1) // 2)
    return frozenset(head for head, times in seen.items() if times >= often and len(head) <= _LONGEST)


def _heads_of_two(one: Sequence[str], other: Sequence[str]) -> frozenset[str]:
    ends = [(without_numbers(one[at]), without_numbers(other[at])) for at in (0, -1)]
    return frozenset(
        head for head, again in ends
        if head == again and len(one) > 1 and len(other) > 1 and 2 < sum(map(str.isalpha, head)) <= _LONGEST
    )  # fmt: skip


def page_numbers(pages: Sequence[Sequence[str]]) -> frozenset[int]:
    """The pages, counted from 0, that a bare number at their edge numbers: it grows by one from page to page."""
    edges = {}
    for page, lines in enumerate(pages):
        filled = [line.strip() for line in lines if line.strip()]
        bare = [int(line) for line in (*filled[:1], *filled[-1:]) if line.isdecimal() and len(line) < 5]
        if bare:
            edges[page] = bare[-1]
    steps = {page: number - page for page, number in edges.items()}
    often = Counter(steps.values()).most_common(1)
    return frozenset(page for page, step in steps.items() if often[0][1] > 1 and step == often[0][0])


def without_numbers(text: str) -> str:
    """A line with each number as ``0``, by which running heads are known."""
    return re.sub(r"\d+", "0", " ".join(text.split()))
