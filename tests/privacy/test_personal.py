"""What is personal in a sentence, and what only looks like it."""

from __future__ import annotations

import pytest

from minutebook.privacy.personal import EMAIL, HOME, PHONE, masker

mask = masker(["Clerk@council.example", "024 7600 0000", "1 Guildhall Yard"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Write to a.b-c@homes.council.example.", f"Write to {EMAIL}."),
        ("E-mail: [a@b.example](mailto:a@b.example)", f"E-mail: [{EMAIL}]({EMAIL})"),
        ("a.example@councilgov", EMAIL),
        ("a.example @ council.example", EMAIL),
        ("a [at] council.example", EMAIL),
        ("A’Sample@b.example,c@d.example", f"{EMAIL},{EMAIL}"),
    ],
)
def test_addresses_of_e_mail(text, told):
    assert mask(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ring 024 7600 1234.", f"Ring {PHONE}."),
        ("Ring 024 7600 1234 / 2299, or not", f"Ring {PHONE}, or not"),
        ("(024) 7600 1234", PHONE),
        ("07700 900123 ext. 5", PHONE),
        ("07700900123", PHONE),
        ("+44 (0)7700 900123", PHONE),
        ("+447700900123", PHONE),
        ("0300 123 4567", PHONE),
        ("Tel: 7600 1234", f"Tel: {PHONE}"),
        ("telephone number 7600 1234;", f"telephone number {PHONE};"),
        ("024-7600-1234", PHONE),
    ],
)
def test_telephone_numbers(text, told):
    assert mask(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr A Example of 12 Low Fold, Kelminster AB1 2CD, spoke.", f"Mr A Example of {HOME}, spoke."),
        ("Councillor A Example, of 5a Holm Bridge Road", f"Councillor A Example, of {HOME}"),
        ("who lives at Flat 3, 9 High Street, and", f"who lives at {HOME}, and"),
        ("a resident of 12 Low Fold", f"a resident of {HOME}"),
        ("her home at 7-9 Mill Lane was flooded", f"her home at {HOME} was flooded"),
        ("Home address: The Old Mill, Holm; and", f"Home address: {HOME}; and"),
        ("living at The Mill House, Holm AB1 2CD.", f"living at {HOME}."),
    ],
)
def test_addresses_that_the_words_say_are_a_home(text, told):
    assert mask(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "a petition about the overgrown hedge at 5 Low Fold – 17 signatures",
        "as a resident of Pippin Street",
        "residents of 12 streets objected",
        "the owner of a house in Millrace Road",
        "application 26/00618/REG3 at 12 Low Fold by Mr A Example",
        "Follow @example, or come at 7:00pm",
        "10 lamps @ £2 each, 5 @ 3",
        "the DOC@HOME scheme",
        "on 07 11 2025, from 01/02/2025 to 03/04/2026",
        "£0123456789 and 1234567890",
        "The vote was called: 12 for, 11 against",
        "in 2025-26 the 0.5 per cent, 100,000 and 2,810,500",
        "minute 26/25 of 14 October 2026 and 15 May 2027",
        "the fixed line 01234567",
    ],
)
def test_what_is_neither(text):
    assert mask(text) == text


@pytest.mark.parametrize(
    "text", ["clerk@council.example.", "CLERK@council.example", "(024) 7600 0000", "Mr Example of 1 Guildhall Yard"]
)
def test_what_the_council_lists_may_be_printed(text):
    assert mask(text) == text


def test_masking_twice_changes_nothing_more():
    said = "Mr A Example of 12 Low Fold, a@b.example, Tel: 024 7600 1234; home address: The Mill."
    assert mask(mask(said)) == mask(said)


@pytest.mark.parametrize(
    "text",
    [
        "0 " * 50_000,
        "Mr A " * 20_000,
        "a." * 30_000 + "@",
        "a@" * 20_000,
        "lives a b " * 20_000,
        "The Old " * 20_000,
        "12 A, " * 20_000,
    ],
)
def test_the_work_is_in_proportion_to_the_text(text):
    assert isinstance(mask(text), str)
