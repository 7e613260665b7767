"""The pictures of a site: in the sizes that browsers, telephones and messages ask for, and the council's own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from minutebook.site.pictures import SOCIAL, fit, pictures
from small_book import COUNCIL

SIZES = {"favicon.png": (32, 32), "apple-touch-icon.png": (180, 180), SOCIAL: (1200, 630)}


def drawn(name, colour="#7a1f4d"):
    return Image.open(BytesIO(pictures(replace(COUNCIL, name=name, colour=colour))[SOCIAL])).convert("RGB")


def test_each_has_the_size_that_is_asked_for_and_is_small():
    found = pictures(COUNCIL)
    assert {path: Image.open(BytesIO(content)).size for path, content in found.items()} == SIZES
    assert all(content.startswith(b"\x89PNG") and len(content) < 30_000 for content in found.values())


def test_they_are_the_same_each_time_and_each_council_s_own():
    assert pictures(COUNCIL) == pictures(COUNCIL)
    other = pictures(replace(COUNCIL, colour="#0f4c5c"))
    assert all(other[path] != content for path, content in pictures(COUNCIL).items())
    assert drawn("Wells Town Council").tobytes() != drawn("Walls Town Council").tobytes()


@pytest.mark.parametrize("accented", ["Môn ŵ ŷ", "Gàidhealtachd è", "Dún é", "Zoë ä"])
def test_accents_that_the_font_does_not_have_are_drawn(accented):
    plain = "".join(each for each in unicodedata.normalize("NFD", accented) if not unicodedata.combining(each))
    above = ImageChops.difference(drawn(accented), drawn(plain)).convert("L").crop((0, 340, 1200, 405))
    assert sum(above.point(lambda light: int(light > 100)).tobytes()) > 60


@pytest.mark.parametrize(
    "name",
    ["Ash", "A Council of the Royal Borough of Upper and Lower Wells " * 2, "Llan" + "fair" * 30, "漢", "\u0302x"],
)
def test_any_name_leaves_the_margin_free_or_is_small_and_cut(name):
    fitted = fit(name)
    assert 24 <= fitted.size <= 92
    assert len(fitted.lines) <= 3
    image = drawn(name)
    if fitted.size > 24:
        assert {image.getpixel((x, y)) for x in (40, 1160) for y in range(200, 490)} == {image.getpixel((5, 5))}


def test_a_page_names_the_preview_by_its_whole_address_and_the_site_has_all_pictures(example):
    site = example / "build/site"
    page = (site / "meetings/index.html").read_text(encoding="utf-8")
    meta = dict(re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', page))
    assert meta["og:image"] == meta["og:url"].removesuffix("meetings/") + SOCIAL
    assert meta["twitter:card"] == "summary_large_image"
    assert "what the council decided" in meta["og:image:alt"]
    assert 'rel="apple-touch-icon" href="../apple-touch-icon.png"' in page
    for path, size in SIZES.items():
        with Image.open(site / path) as image:
            assert image.size == size
