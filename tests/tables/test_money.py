"""Sums of money as they are printed: one phrase, one reading."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from minutebook.tables.money import has_unit, in_column, read


def found(text):
    return [(text[one.start : one.end], str(one.amount), str(one.upper or "")) for one in read(text)]


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("£2,810,500", "2810500.00"),
        ("£2.8 million", "2800000.00"),
        ("£2.8 Million", "2800000.00"),
        ("£153K", "153000.00"),
        ("£12.1m", "12100000.00"),
        ("£12.1 m", "12100000.00"),
        ("£2 billion", "2000000000.00"),
        ("£2bn", "2000000000.00"),
        ("£5 thousand", "5000.00"),
        ("£0.4m", "400000.00"),
        ("£1,240.50", "1240.50"),
        ("£0.05", "0.05"),
        ("£1,894.32", "1894.32"),
        ("£2.8125 million", "2812500.00"),
        ("£1", "1.00"),
        ("£ 500", "500.00"),
    ],
)
def test_a_sum_is_read_exactly_wherever_it_stands(printed, amount):
    for text in (
        printed,
        f"({printed})",
        f"It cost {printed}.",
        f"It cost {printed}, and more.",
        f"“{printed}”",
        f"{printed}/year",
        f"{printed} 2026",
    ):
        assert found(text) == [(printed, amount, "")], text


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("£1m to £2m", "1000000.00", "2000000.00"),
        ("£10-12k", "10000.00", "12000.00"),
        ("£10k-£12k", "10000.00", "12000.00"),
        ("£10k–12k", "10000.00", "12000.00"),
        ("£500 – £1,000", "500.00", "1000.00"),
        ("£1.5 to £2 million", "1500000.00", "2000000.00"),
        ("£1.5-2 million", "1500000.00", "2000000.00"),
        ("£2 to 3 million", "2000000.00", "3000000.00"),
        ("£500 to £2 million", "500.00", "2000000.00"),
        ("£1,000 to £2 million", "1000.00", "2000000.00"),
        ("£800-900", "800.00", "900.00"),
    ],
)
def test_a_range_has_two_ends(text, lower, upper):
    assert found(f"grants of {text} each") == [(text, lower, upper)]


def test_between_and_belong_together():
    assert found("an estimate, between £5.5 million and £7.2 million.") == [
        ("£5.5 million and £7.2 million", "5500000.00", "7200000.00")
    ]
    assert found("a fee between about £5 and £10.") == [("£5 and £10", "5.00", "10.00")]


@pytest.mark.parametrize(
    "text",
    [
        "The fee had risen from £286,300 to £301,750.",
        "Borrowing was expected to rise from £187.4 million to £209.0 million.",
        "The rent would increase by £3 to £58.",
        "The budget was reduced by £1m to £2m.",
        "grants of £500 and £1,000",
        "the difference between £5 and £10",
        "the gap between £5 and £10",
        "£2m to £1m",
        "£5, £6",
        "£5 to €6",
    ],
)
def test_what_is_no_range_is_two_sums(text):
    one, other = found(text)
    assert one[2] == other[2] == ""


def test_a_number_after_a_sum_is_its_upper_end_only_where_the_print_binds_them():
    assert found("£5 to 3 people") == [("£5", "5.00", "")]
    assert found("£5 - 10 items") == [("£5", "5.00", "")]
    assert found("£1m in 2025-26") == [("£1m", "1000000.00", "")]


@pytest.mark.parametrize(
    "text",
    [
        "£1,24",
        "£1,2345",
        "£1.2345",
        "£1.2.3",
        "£2 810 500",
        "£5x",
        "£30m²",
        "50p",
        "two or three million pounds",
        "one and two million pounds",
        "one point five million pounds",
        "millions of pounds",
        "several thousand pounds",
        "a third of a million pounds",
        "ten hundred pounds",
        "twenty pounds in weight",
        "two pounds of sugar",
        "£",
        "£,500",
        "$5",
        "£999999999999999 trillion",
    ],
)
def test_what_is_in_doubt_is_not_read(text):
    assert found(text) == []


def test_a_minus_counts_only_where_it_touches_the_sign():
    assert found("a variance of -£40k")[0][:2] == ("-£40k", "-40000.00")
    assert found("a variance of (−£40k)")[0][1] == "-40000.00"
    assert found("rent - £40")[0][1] == "40.00"
    assert found("rent–£40")[0][1] == "40.00"


def test_euros_are_euros():
    assert [one.currency for one in read("€500, £500")] == ["EUR", "GBP"]


def test_the_work_is_in_proportion_to_the_text():
    assert len(found("£1 to " * 20_000)) == 20_000
    assert len(found("£1," * 20_000)) == 20_000
    assert found("£" * 50_000) == found("£" + "1" * 50_000) == found("£1" + ",000" * 20_000) == []


@pytest.mark.parametrize("name", ["000", "001", "002", "003"])
def test_every_sum_of_the_real_minutes_is_read_in_the_order_printed(shared, name):
    gold = json.loads((shared / f"gold/{name}.json").read_text(encoding="utf-8"))
    lines = (shared / "minutes" / gold["document"]).read_text(encoding="utf-8").split("\n")
    for item in (item for meeting in gold["meetings"] for item in meeting["items"]):
        last = item.get("last_line")
        if last:
            text = " ".join(" ".join(lines[item["line"] : last]).replace("*", "").split())
            assert [text[one.start : one.end] for one in read(text)] == (item.get("money") or []), item["number"]


def test_amounts_are_decimals_of_two_places():
    (one,) = read("£2 billion")
    assert one.amount == Decimal("2000000000.00")
    assert one.amount.as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("five pounds", "5.00"),
        ("two million pounds", "2000000.00"),
        ("half a million pounds", "500000.00"),
        ("five hundred thousand pounds", "500000.00"),
        ("One hundred and fifty thousand pounds", "150000.00"),
        ("one million, two hundred and fifty thousand pounds", "1250000.00"),
        ("twenty-five thousand pounds", "25000.00"),
        ("a hundred pounds", "100.00"),
        ("2.5 million pounds", "2500000.00"),
        ("1,500 pounds", "1500.00"),
    ],
)
def test_sums_in_words_are_exact(text, amount):
    assert found(f"It rose to {text}.") == [(text, amount, "")]
    assert found(f"It rose from one pound to {text} and then to £3.")[-2:] == [(text, amount, ""), ("£3", "3.00", "")]


@pytest.mark.parametrize(
    ("header", "cell", "amount"),
    [
        ("Budget £m", "1.2", "1200000.00"),
        ("Forecast (£m)", "(0.3)", "-300000.00"),
        ("£000", "1,250", "1250000.00"),
        ("£’000s", "£45", "45000.00"),
        ("Cost (£)", "250.50", "250.50"),
        ("2025/26 £ million", "−4", "-4000000.00"),
    ],
)
def test_a_header_gives_the_numbers_below_it_their_unit(header, cell, amount):
    assert has_unit(header)
    assert in_column(header, cell) == (Decimal(amount), "GBP")


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Budget", "1.2"),
        ("Over £500", "12"),
        ("£m", "4.5%"),
        ("£m", "see note"),
        ("£m", ""),
        ("Ward", "250"),
        ("£", "1.2345"),
    ],
)
def test_other_cells_are_no_sums(header, cell):
    assert in_column(header, cell) is None
