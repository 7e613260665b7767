"""The story of a person in need is not published."""

from __future__ import annotations

import pytest

from minutebook.model import Decision, Paragraph, Subheading
from minutebook.privacy.case_studies import WITHHELD, without_case_studies

STORY = (Paragraph("MI was arrested."), Paragraph("MI was helped."))


@pytest.mark.parametrize(
    "heading", ["Case study", "Case Studies", "Practice study: Child A", "Anonymised case study 2", "A case study"]
)
def test_what_stands_below_the_heading_is_withheld(heading):
    after = (Subheading("Results"), Paragraph("It works."))
    made = without_case_studies((Paragraph("Before."), Subheading(heading), *STORY, *after))
    assert made == (Paragraph("Before."), Subheading(heading), Paragraph(WITHHELD), *after)


def test_a_paragraph_that_begins_so_is_withheld():
    assert without_case_studies((Paragraph("Case study – MI: MI was arrested."),)) == (Paragraph(WITHHELD),)


def test_a_decision_ends_it():
    decision = Decision("", "RESOLVED", " that it be noted.")
    assert without_case_studies((Subheading("Case study"), *STORY, decision, *STORY)) == (
        Subheading("Case study"), Paragraph(WITHHELD), decision, *STORY,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["The Board saw a case study.", "Case studies were shown to members.", "In that case, study leave."]
)
def test_a_mention_is_no_story(text):
    blocks = (Subheading("Studies"), Paragraph(text))
    assert without_case_studies(blocks) is blocks
