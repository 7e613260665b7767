"""Whatever colour a council chooses, every text can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import ROOT
from minutebook.pages.colours import (
    TEXT_CONTRAST,
    contrast,
    council_css,
    dark,
    favicon,
    light,
)

LINE_CONTRAST = 3.0
"""For lines that carry meaning, by WCAG 2.2, criterion 1.4.11."""

TEXT_PAIRS = (
    ("ink", "page"),
    ("ink", "surface"),
    ("ink", "tint"),
    ("muted", "page"),
    ("muted", "surface"),
    ("brand", "page"),
    ("brand", "surface"),
    ("brand", "tint"),
    ("on-deep", "deep"),
    ("amber", "amber-tint"),
    ("ink", "amber-tint"),
    ("brand", "amber-tint"),
    ("violet", "violet-tint"),
    ("violet", "page"),
    ("ink", "violet-tint"),
    ("muted", "violet-tint"),
    ("brand", "violet-tint"),
)
"""Every text colour on every background that it stands on."""

LINE_PAIRS = (
    ("brand", "page"),
    ("violet", "page"),
    ("amber-line", "amber-tint"),
    ("focus", "page"),
    ("focus", "surface"),
)
"""Every line that means something, beside what it stands on."""

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(colour=colours)
@example(colour="#ffffff")
@example(colour="#000000")
@example(colour="#ffff00")
@example(colour="#00594c")
@pytest.mark.parametrize("scheme", [light, dark])
def test_text_and_lines_stand_out_in_light_and_dark(scheme, colour):
    palette = scheme(colour)
    for text, ground in TEXT_PAIRS:
        assert contrast(palette[text], palette[ground]) >= TEXT_CONTRAST, (text, ground)
    for line, ground in LINE_PAIRS:
        assert contrast(palette[line], palette[ground]) >= LINE_CONTRAST, (line, ground)
    assert contrast("#ffffff", palette["deep"]) >= 7


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the known example just below 4.5
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_a_colour_that_can_be_read_is_left_as_it_is():
    assert light("#00594c")["brand"] == "#00594c"


def test_the_stylesheet_names_every_colour_that_the_other_one_uses():
    sheet = (ROOT / "build_scripts/minutebook/theme/assets/stylesheets/minutebook.css").read_text(encoding="utf-8")
    own = set(re.findall(r"--([a-z-]+):", sheet))
    used = {name for name in re.findall(r"var\(--([a-z-]+)\)", sheet) if not name.startswith("md-")} - own
    assert used == set(light("#00594c"))
    assert set(re.findall(r"--([a-z-]+):", council_css("#00594c"))) == used
    assert not re.findall(r"#[0-9a-f]{6}\b|rgb\(", sheet)


def test_the_favicon_has_the_council_s_colour():
    assert 'fill="#7a1f4d"' in favicon("#7a1f4d")
