"""Numbers in words, as minutes print them: "two million", "five hundred thousand", "one hundred and fifty", "twenty-five".

British English, whole numbers. What is no number as people say it ("three and four", "ten hundred") is none.
"""

from __future__ import annotations

import re

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_UNDER_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_SMALL[:9])}))?|{'|'.join(reversed(_SMALL))})"
_UNDER_1000 = rf"(?:(?:(?:an?|{'|'.join(_SMALL[:9])}) hundred(?: (?:and )?{_UNDER_100})?)|{_UNDER_100}|an?(?= (?:{'|'.join(_SCALES)})))"
NUMERAL = rf"(?:{_UNDER_1000}(?: billion)?(?:,? {_UNDER_1000} million| million)?(?:,? {_UNDER_1000} thousand| thousand)?(?:,? (?:and )?{_UNDER_1000})?)"
"""A pattern of what may be a number in words; ``number`` says whether it is one."""

_VALUES = {
    **{word: n for n, word in enumerate(_SMALL, 1)},
    **{word: n for n, word in enumerate(_TENS, 2)},
}


def number(words: str) -> int | None:
    """The number that words say; None where they say none, or name a smaller scale before a greater one."""
    total, part, last = 0, 0, 10**12
    for word in re.split(r"[ ,-]+", words.lower().replace(" and ", " ")):
        scale = _SCALES.get(word)
        if scale:
            if not part or scale >= last:
                return None
            total, part, last = total + part * scale, 0, scale
        elif word == "hundred":
            if not 0 < part < 10:
                return None
            part *= 100
        else:
            value = 1 if word in {"a", "an"} else _VALUES[word] * (10 if word in _TENS else 1)
            if part % 100 and not (value < 10 <= part % 100 and part % 10 == 0):
                return None
            part += value
    return total + part
