"""A run of people made plain before it is cut into persons: its marks set where minutes leave them out or misplace them.

P J Ash J Bee                              P J Ash, J Bee
Cllr P Ash together with 5 members of the public         Cllr P Ash, 5 members of the public
Councillors – P Ash                        Councillors P Ash
"""

from __future__ import annotations

import re

from minutebook import names

LONGEST = 20_000
"""Characters that a run of people may have."""
OFFICES = r"(?:deputy |vice[- ])?(?:(?:lord |town )?mayor|chair(?:man|woman|person)?)|leader(?: of the council)?"
_TITLES = "|".join(names.TITLES)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a|an)"
_NAMELESS = r"(?:members?|persons?|people|parishioners?|residents?|electors?|visitors?)"
_COUNT_AFTER = re.compile(
    rf"(?<=[\w.)])(?:\s+(?:(?:together|along) with|plus|as well as)\s+(?=(?:about |some )?{_NUMBER}\s+(?:other\s+)?{_NAMELESS}\b)"
    rf"|(?<!\band)(?<!&)\s+(?=\d+\s+(?:other\s+)?{_NAMELESS}\b))",
    re.IGNORECASE,
)
_DASHED_TITLE = re.compile(
    r"(?P<title>\b(?:honorary )?(?:alderm[ae]n|alderwom[ae]n|councillors?|cllrs?))\s*[–—-]\s+(?=[A-Z])", re.IGNORECASE
)
_INITIALS = r"(?:[A-Z]\.?\s?){1,4}(?<=[\s.])"
_SURNAME = r"[A-Z]['’]?[^\W\d_]*[^\W\d_A-Z](?:[’'-][^\W\d_]+)*"
_BESIDE = re.compile(
    rf"(?P<first>(?<!\S){_INITIALS}{_SURNAME}(?:\s+(?!(?:{_TITLES})\b){_SURNAME})?)\s+"
    rf"(?!(?i:the |councillor|cllr|alder))(?=(?:(?:{_TITLES})\.?\s+)*{_INITIALS}{_SURNAME})"
)
"""Somebody by initials and surname, directly behind whom stands another: their initials cannot be more of the first name."""
_ROLE_FIRST = re.compile(
    r"(?:,\s*|\s+)(?:(?:and|&)\s+)?the\s+(?P<role>(?:[A-Za-z]+\s+){0,4}?(?i:clerk|secretary|treasurer|officer))\s*(?:[,–—-]\s+)?"
    rf"(?P<name>(?!(?:Cllr|Councillor))(?:(?:{_TITLES})\.?\s+)*(?:{_INITIALS}|[A-Z][a-z]+\s+){_SURNAME})"
)
"""Somebody behind the work that they do: "and the clerk A Example"."""
_OFFICE_FIRST = re.compile(
    r"(?:^|(?<=, )|(?<=\band )|(?<=& ))(?:the )?(?P<role>(?:(?:Parish|Town|Deputy|Assistant|Acting|Minutes?) )*"
    r"(?:Clerk|RFO|Proper Officer|Secretary|Treasurer)(?:\s*[/&]\s*(?:RFO|Clerk|Proper Officer))?)\s+"
    rf"(?P<name>(?:(?:{_TITLES})\.?\s+)*(?:{_INITIALS}|[A-Z][a-z]+\s+){_SURNAME})(?=\s*(?:[,;.]|$|and\b|&))"
)
"""The same at the start of a run, or behind a comma: "Clerk A Example"."""
_HELD_BY = re.compile(
    r"(?:^|(?<=[,;] )|(?<=\band )|(?<=& ))(?:the )?(?P<role>(?:(?:parish|town|deputy|assistant|acting|minutes?) )*(?:clerk|RFO|secretary|treasurer))\s+"
    rf"\((?P<name>(?:(?:{_TITLES})\.?\s+)*(?:{_INITIALS}|(?-i:[A-Z][a-z]+)\s+)?(?-i:{_SURNAME}))\)(?: and(?= (?:\d|the |a )))?",
    re.IGNORECASE,
)
"""The holder of an office in brackets behind it: "the Clerk (Mrs A Example)"."""
_TWO_ROLES = re.compile(r"(?P<first>\([^()]{3,60})\)\s[-–—]\s(?P<more>[^(),;]{3,80})(?=\s*(?:[,;]|$))")
"""Two roles, the second behind a dash: "A Example (Chair) – Example Council"."""
_ROLE_BEHIND = re.compile(
    rf"(?P<name>(?:(?:Mrs?|Ms|Miss|Dr)\.?\s+)+(?:{_INITIALS}|[A-Z][a-z]+\s+)?{_SURNAME})\s+"
    r"(?P<role>(?:(?:Deputy|Assistant|Acting|Interim|Parish|Town|Locum)\s+)*(?:Clerk|RFO|Secretary|Treasurer))(?=\s*(?:[,;.]|$|and\b))"
)
"""Somebody whose role follows without a mark: "Mr A Example Deputy Clerk"."""
_EACH_TITLED = re.compile(r",\s*(?:and\s+)?(?=(?:Mrs?|Ms|Miss|Dr)\.?\s+[A-Z])")
_MEMBER = rf"(?:Councillor|Cllr)\.?\s+(?:(?:Mrs?|Ms|Miss|Dr)\.?\s+)?(?:{_INITIALS}|[A-Z][a-z]+\s+)?{_SURNAME}(?:\s+(?:MBE|OBE|BEM|CBE|JP))?"
_OFFICE_BEHIND = re.compile(rf"(?P<name>{_MEMBER})\s+(?P<role>(?i:{OFFICES}))(?=\s*(?:[,;.]|$|and\b))")
_UNTIL = re.compile(
    rf"(?P<name>{_MEMBER})\s+(?P<role>(?:from|until|to|left|arrived|part)\b[a-z0-9 .:]{{3,40}})(?=\s*(?:[,;]|$))"
)
"""A member whose office, or the time that they stayed, follows without a mark."""
_HYPHENED = re.compile(
    r"(?<!\bVice)(?<!\bDeputy)(?<=[a-z])-(?=(?:Clerk|Chair(?:man|woman|person)?|Vice[- ]Chair\w*|RFO)\b)"
)
_COLONS = re.compile(r"\s*:\s*(?=[A-Z]|\d+ )")
_FEWEST_COLONS = 2
"""Colons that stand between people, and are no label's."""
_OFFICE_AFTER_BRACKET = re.compile(
    rf"(\((?:(?!councillor|cllr)[^()])*)\) (in the chair|{OFFICES}|clerk)(?=\s*(?:[,;.]|$|and\b))", re.IGNORECASE
)
_OFFICE_BEFORE_NAME = re.compile(
    rf"(?<![-–—] )(?<![-–—] vice )(?<![-–—] vice-)(?<![-–—] deputy )\b({OFFICES}),\s*(?=(?:councillor|cllr)\b)",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """A run in one line, its end and its marks mended; the words stay."""
    run = one_line(text)
    run = _OFFICE_AFTER_BRACKET.sub(r"\1, \2)", run)
    run = _OFFICE_BEFORE_NAME.sub(r"\1 ", run)
    run = _DASHED_TITLE.sub(r"\g<title> ", run)
    run = _HYPHENED.sub(" - ", run)
    run = _UNTIL.sub(r"\g<name> (\g<role>)", _OFFICE_BEHIND.sub(r"\g<name> (\g<role>)", run))
    run = _ROLE_BEHIND.sub(r"\g<name> (\g<role>)", run)
    if _EACH_TITLED.search(run) and re.match(r"(?:Mrs?|Ms|Miss|Dr)\b", run):
        run = _EACH_TITLED.sub("; ", run)
    run = _TWO_ROLES.sub(r"\g<first>, \g<more>)", _HELD_BY.sub(r"\g<name> (\g<role>),", run)).rstrip(" ,")
    run = _OFFICE_FIRST.sub(r"\g<name> (\g<role>)", run)
    run = _ROLE_FIRST.sub(r"; \g<name> (\g<role>)", run)
    run = _COLONS.sub("; ", run) if run.count(":") >= _FEWEST_COLONS else run
    return _BESIDE.sub(r"\g<first>, ", _COUNT_AFTER.sub(", ", run))


def one_line(text: str) -> str:
    """A run in one line, without the spaces before its commas and the stop at its end, which is no abbreviation's."""
    run = re.sub(r"\s+([,;)])", r"\1", " ".join(text.split())).strip(" ;")
    return re.sub(r"(?:(?<=[^\W\d_]{3})|(?<=\)))\.$", "", run)


def run_together(text: str) -> bool:
    """Whether people stand side by side in a run, and nothing parts them but their initials."""
    return bool(_BESIDE.search(one_line(text)))
