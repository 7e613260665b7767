"""Titles of the business that every council's meetings begin and end with: headings, though nothing else sets them apart."""

from __future__ import annotations

import re

_WHOSE = r"(?:(?:the )?(?:chair(?:man|person|woman)?|clerk|mayor|convenor|secretary|treasurer|(?:county|district|borough|ward|city|unitary) councillor)(?:['’`]?s['’`]?)? )"
_TITLE = re.compile(
    r"(?:to (?:receive|note|consider|approve|agree|confirm)(?: and (?:receive|accept|approve|sign))? )?(?:(?:the|any) )?(?:"
    r"(?:welcome|introductions?)(?: and (?:welcome|introductions?|apologies))?"
    r"|(?:declarations?|disclosures?) of (?:(?:members|councillors)['’]? )?(?:pecuniary |personal |disclosable )*interests?"
    r"|minutes|minutes of (?:the )?(?:previous|last|.{0,30}\d{4})(?: meetings?)?|approval of (?:the )?(?:previous )?minutes|(?:previous )?minutes"
    r"|matters arising(?: from (?:the )?(?:previous )?minutes)?"
    r"|public (?:participation|forum|question time|questions|session|open session|open forum)|open forum"
    r"|police (?:matters|report)|correspondence(?: received)?|planning (?:applications|matters)"
    r"|(?:finance|financial) (?:matters|report|update)|accounts for payment|approval of payments"
    rf"|{_WHOSE}(?:reports?|announcements?|update)|highways matters|reports? from (?:the )?(?:county|district|borough|unitary) councillors?"
    r"|any other (?:competent |urgent )?business|a\.?o\.?c?\.?b|urgent business"
    r"|(?:date(?: and time)?|day) of (?:the )?next meeting|next meeting"
    r")",
    re.IGNORECASE,
)
_ABSENCE = re.compile(
    r"(?:(?:to (?:receive|accept|consider))(?: and (?:accept|approve))? )?apolog(?:y|ies)(?: for (?:absence|non-attendance))?|absences?",
    re.IGNORECASE,
)
_LONGEST = 90


def is_title(text: str) -> bool:
    """Whether a line, without its number, is the title of such business and says nothing else."""
    return len(text) <= _LONGEST and bool(_TITLE.fullmatch(text.strip(" :.–-"))) and text[:1].isupper()


def is_absence(text: str) -> bool:
    """Whether a line is the title of the apologies: an item's, or the label of those who sent them."""
    return len(text) <= _LONGEST and bool(_ABSENCE.fullmatch(text.strip(" :.–-"))) and text[:1].isupper()
