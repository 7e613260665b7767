"""Papers that are no minutes, in the words that minutes use: none of them becomes a meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from minutebook.importers import import_document
from minutebook.reading.decisions import OPERATIVE_WORDS

LETTER = """\
Dear Councillor Fern,

The Parish Council met on 3 March 2025 and discussed your letter.

Present: myself and the Clerk

Drainage
The ditch will be cleared.

Hedges
They will be cut.

Roads
Nothing was said.

Yours sincerely,
The Clerk
"""
REPORT = """\
Report to the Planning Committee, 4 June 2025

Members of the committee should note the following.

1. Introduction
This report sets out the position.

2. Background
The council bought the land in 1990.

3. Recommendation
That the land be sold.
"""
NEWSLETTER = """\
Thornfield Parish News, May 2025

Allotments
Three plots stand empty on the green.

Footpaths
Path 9 has been cleared by volunteers.

Present company excepted
Our thanks to everybody who came to the fair.
"""


@pytest.mark.parametrize("text", [LETTER, REPORT, NEWSLETTER])
def test_it_is_refused_in_a_sentence(text):
    [result] = import_document("paper.txt", text.encode(), words=OPERATIVE_WORDS, today=dt.date(2026, 1, 5))
    assert result.record is None
    assert [problem.code for problem in result.problems] == ["I002"]
