"""What became of what was put to the vote: the exact grammar of one sentence, and of printed counts.

    The motion as amended was put to the meeting and carried.          Upon being put to the vote the motion was LOST.
    The amendment was put and lost by 20 votes to 12, with one abstention.          This was lost by three votes to five.
    CARRIED (6 for, none against, 3 abstentions)          There were four votes for and four against.
    The motion was lost on the casting vote of the Chair.          The Chair gave a casting vote against.

Of two numbers ("by 20 votes to 12") the larger stands on the side that won. What was only "agreed" was not voted on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["", "carried", "lost", "withdrawn", "fell"]
Casting = Literal["", "for", "against", "given"]

_WORDS = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_NUMBERS = {**{word: number for number, word in enumerate(_WORDS)}, "no": 0, "nil": 0, "zero": 0}
_N = rf"(?:\d{{1,4}}|{'|'.join(_NUMBERS)})"
_VOTES = r"(?: (?:votes?|members?|councillors?))?(?: (?:voted|voting|were|was))?"
_JOIN = r"[,;]? (?:and |with |to )?"
_ABSTAINED = rf"(?P<abstained>{_N}){_VOTES} ?(?:abstentions?|abstained|abstaining)"
_OF = r"(?:(?: of)? the (?:motion|amendment|proposal|recommendation))?"
_THEN = r"[,;]? (?:and )?"
_IS = r"(?:: ?| ?[–—-] ?| ?= ?)"
_AND = rf"(?:{_JOIN}{_ABSTAINED})?"
_COUNTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<for>{_N}){_VOTES} (?:for|in favour){_OF}{_JOIN}(?P<against>{_N}){_VOTES} (?:against|opposed){_OF}{_AND}\b",
        (
            rf"(?:\bfor(?:{_IS}| ?\()|(?-i:\b(?:For|FOR) ))(?P<for>{_N})\)?{_THEN}against(?:{_IS}| ?\(| )(?P<against>{_N})\)?"
            rf"(?:{_THEN}abst\w{{1,9}}(?:{_IS}| ?\(| )(?P<abstained>{_N})\)?)?"
        ),
        rf"\bvoted for(?: the \w{{1,20}})? (?P<for>{_N}){_THEN}against(?: it| the \w{{1,20}})? (?P<against>{_N})",
        rf"\b(?:by )?(?P<more>{_N}) votes? to (?P<fewer>{_N})\b{_AND}",
        rf"\bby (?P<more>{_N}) to (?P<fewer>{_N})\b{_AND}",
        rf"\b(?P<for>{_N}){_VOTES} (?:for|in favour){_OF}[,;]? (?:and |with )?{_ABSTAINED}\b(?![^.;]{{0,80}}\bagainst)",
    )
)
_BALLOT = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|carried|lost|defeated|resolved|agreed|approved|abst\w{1,9}|show of hands|division)\b",
    re.IGNORECASE,
)
_OTHER_NUMBERS = re.compile(
    r"\b(?:spoke|speakers?|representations?|letters?|responses?|respondents?|objections?|surveys?)\b", re.IGNORECASE
)
"""Words of a vote, without which numbers for and against are none; and of those who wrote or spoke for and against."""

_TALLY = re.compile(
    rf"\(?(?:(?:votes?|voting)(?: cast)?:? )?(?:for|in favour):? ?\(?(?P<for>{_N})\)?[,;.]? (?:and )?against:? ?\(?(?P<against>{_N})\)?"
    rf"(?:[,;.]? (?:and )?abst\w{{1,9}}:? ?\(?(?P<abstained>{_N})\)?)?\)?\.?",
    re.IGNORECASE,
)
"""A text that is nothing but the numbers of a vote: "For: 6 Against: 2"."""
_ABSTENTIONS = re.compile(rf"\b{_ABSTAINED}\b", re.IGNORECASE)
_SUBJECT = (
    r"(?P<subject>\b(?:the|an?|this|that|his|her|their) (?:(?P<which>original|substantive|amended|first|second|third"
    r"|fourth|fifth|further|main) )?(?P<thing>motion|amendment|recommendations?|proposal|proposition|resolution)\b"
    r"(?P<amended>,? as amended\b)?|\b(?P<pronoun>this|it)(?= was\b))"
)
_ENDED = r"(?P<outcome>carried|lost|defeated|rejected|withdrawn|agreed|approved|adopted|passed|not carried|not agreed|not approved)"
_ADVERB = r"(?:(?:then|duly|declared|unanimously|therefore|accordingly|subsequently|overwhelmingly|was|were|been|formally) ){0,3}"
_PUT = re.compile(
    rf"{_SUBJECT}[^;:]{{0,240}}?(?: (?:was|were|being|having been))? {_ADVERB}(?:put|voted upon|voted on)\b"
    rf"(?:[^;:]{{0,120}}?\b(?:was|were|and|be|declared) {_ADVERB}{_ENDED}\b)?",
    re.IGNORECASE,
)
_PUT_FIRST = re.compile(
    rf"\b(?:up)?on (?:being )?(?:put|a vote|the vote)\b[^.;:]{{0,60}}?{_SUBJECT}[^.;:]{{0,60}}? (?:was|were) {_ADVERB}{_ENDED}\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"{_SUBJECT}(?:(?: (?:was|were) {_ADVERB}{_ENDED}\b)|(?P<fell> fell\b))", re.IGNORECASE)
_BARE = re.compile(
    rf"^(?P<subject>(?:(?P<which>original|substantive|amended) )?(?P<thing>motion|amendment|proposal|resolution)(?P<amended>,? as amended\b)?)"
    rf" (?:was |is )?{_ADVERB}(?P<outcome>carried|lost|defeated|withdrawn)\b",
    re.IGNORECASE,
)
"""A note that stands for a sentence: "Motion carried."."""
_WHICH_VOTED = re.compile(rf"{_SUBJECT},? which was {_ADVERB}(?P<outcome>carried|lost|defeated)\b", re.IGNORECASE)
_WITHDREW = re.compile(
    r"\bwithdrew (?P<subject>(?:the|his|her|their|this) (?:(?P<which>original|first|second|third|fourth|fifth|further) )?(?P<thing>motion|amendment|proposal))\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"(?P<subject>,? (?:which|and (?:this|it)) (?:was|were)) {_ADVERB}(?:put [^,.;:]{{0,60}}? and (?:was )?)?{_ENDED}\b(?! by)",
    re.IGNORECASE,
)
_THEN_ENDED = re.compile(
    r"(?:[,;] (?:and )?| and |^)(?:(?:all|unanimously|duly) )?(?P<outcome>carried|lost|agreed|approved|defeated)\b",
    re.IGNORECASE,
)
"""Of a sentence that names who moved something: what stands after the names, ", all agreed", and before any "that"."""

_AT_LAST = re.compile(r",(?: all| unanimously)? (?P<outcome>carried|lost|agreed)(?: unanimously)?\.?$", re.IGNORECASE)
_PUT_WORD = re.compile(r"\b(?:put|vote|voted)\b", re.IGNORECASE)
_VOTE_WORDS = (
    *("put", "carried", "lost", "defeated", "rejected", "withdrawn", "agreed", "approved", "adopted", "passed", "fell"),
    "withdrew",
    *("vote", "voting", "against", "opposed"),
)
_SUBJECT_WORDS = (
    "motion",
    "amendment",
    "recommendation",
    "proposal",
    "proposition",
    "resolution",
    "this was",
    "it was",
)
_HEAD = 600
_LOUD = re.compile(r"\b(?P<outcome>CARRIED|LOST)\b(?=[.,;:)]| \(|$)")
_CASTING = re.compile(r"\bcasting vote\b(?P<after>[^.;:]{0,80})", re.IGNORECASE)
_WON = {"carried", "agreed", "approved", "adopted", "passed"}
_VOTED = {"carried", "lost", "defeated", "not carried"}


@dataclass(frozen=True, slots=True)
class Counts:
    """Printed numbers of votes; None where none is printed."""

    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None


NOT_COUNTED = Counts()


@dataclass(frozen=True, slots=True)
class Putting:
    """What a sentence says of a vote. ``thing``: motion, amendment, recommendation, or empty for "this" and for nothing.

    ``which``: "first", "original", "as amended" …; ``voted``: the sentence tells of a vote, not only of agreement.
    """

    thing: str
    which: str
    outcome: Outcome
    counts: Counts
    casting: Casting
    voted: bool
    indefinite: bool  # "an amendment": one that was not named before


def putting(sentence: str, *, moved: bool = False) -> Putting | None:
    """What a sentence says of a vote or its outcome. ``moved``: it, or the one before it, moves something."""
    lowered = sentence.lower()
    if not any(word in lowered for word in _VOTE_WORDS):  # far quicker than the grammar, and most sentences have none
        return None
    found = None
    if any(word in lowered for word in _SUBJECT_WORDS):
        forms = (_BARE, _PUT_FIRST, _PUT, _PLAIN, _WHICH_VOTED)
        found = _WITHDREW.search(sentence) or next((match for form in forms if (match := form.search(sentence))), None)
    if found and found.groupdict().get("pronoun") and not (moved or "put" in sentence):
        found = None
    if moved and not (found and found.groupdict().get("outcome")):
        found = (
            _WHICH.search(sentence)
            or _AT_LAST.search(sentence)
            or _THEN_ENDED.search(sentence.partition(" that ")[0][:_HEAD])
            or found
        )
    groups = found.groupdict() if found else {}
    printed = "withdrawn" if found and found.re is _WITHDREW else (groups.get("outcome") or "").lower()
    loud = _LOUD.search(sentence)
    printed = printed or (loud["outcome"].lower() if loud else "")
    outcome: Outcome = "fell" if groups.get("fell") else _outcome(printed)
    counts = counted(sentence, outcome)
    casting = _casting(sentence, outcome)
    put = _PUT_WORD.search(sentence)
    voted = bool(counts or casting or printed in _VOTED or (found and put))
    if not found and not counts and not casting and not loud:
        return None
    thing = (groups.get("thing") or "").lower().rstrip("s")
    which = "as amended" if groups.get("amended") else (groups.get("which") or "").lower()
    indefinite = (groups.get("subject") or "").lower().startswith("an ")
    told = counts or NOT_COUNTED
    if outcome and told.abstentions is None and voted and (only := _ABSTENTIONS.search(sentence)):
        told = Counts(told.votes_for, told.votes_against, _number(only["abstained"]))
    return Putting(_THINGS.get(thing, thing), which, outcome, told, casting, voted, indefinite)


_THINGS = {"proposal": "motion", "proposition": "motion", "resolution": "motion"}


def counted(text: str, outcome: Outcome = "") -> Counts | None:
    """The counts that a text prints: "(6 for, none against, 3 abstentions)", "by 15 votes to 13"; None without any."""
    if alone := tally(text):
        return alone
    if not _BALLOT.search(text) or _OTHER_NUMBERS.search(text):
        return None
    for form in _COUNTS:
        found = form.search(text)
        if found is None:
            continue
        said = found.groupdict()
        abstained = _number(said["abstained"]) if said.get("abstained") else None
        if "for" in said:
            return Counts(_number(said["for"]), _number(said["against"]) if said.get("against") else None, abstained)
        first, second = _number(said["more"]), _number(said["fewer"])
        if outcome in {"carried", "lost"}:
            most, least = max(first, second), min(first, second)
            return Counts(*((most, least) if outcome == "carried" else (least, most)), abstained)
    return None


def tally(text: str) -> Counts | None:
    """The numbers of a text that is nothing else; None of any other."""
    found = _TALLY.fullmatch(text)
    if found is None:
        return None
    abstained = _number(found["abstained"]) if found["abstained"] else None
    return Counts(_number(found["for"]), _number(found["against"]), abstained)


def _casting(sentence: str, outcome: Outcome) -> Casting:
    cast = _CASTING.search(sentence)
    if not cast:
        return ""
    side = re.match(r" (?:was )?(?:(?P<against>against)|(?:for|in favour)\b)", cast["after"], re.IGNORECASE)
    if side:
        return "against" if side["against"] else "for"
    return {"carried": "for", "lost": "against"}.get(outcome, "given")  # type: ignore[return-value]


def _outcome(printed: str) -> Outcome:
    if printed == "withdrawn":
        return "withdrawn"
    return "carried" if printed in _WON else "lost" if printed else ""


def _number(printed: str) -> int:
    return int(printed) if printed.isdecimal() else _NUMBERS[printed.lower()]
