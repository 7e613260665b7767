"""A finished site is looked at as a browser would: what does not resolve, or asks another host, is a problem."""

from __future__ import annotations

import re
import shutil

import pytest

from minutebook.site import verify_site

HEAD = '<!doctype html><html lang="en"><head><title>x</title>{}</head><body>'


def site(folder, pages):
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def page(body="", head=""):
    return f"{HEAD.format(head)}{body}</body></html>"


def codes(folder, url=""):
    return [(problem.location.file, problem.code) for problem in verify_site(folder, url)]


def test_a_site_that_holds_together(tmp_path):
    pages = {
        "index.html": page(
            '<h1 id="é">x</h1><a href="a/">a</a><a href="a/#b">b</a><a href="#%C3%A9">é</a><a href="#top">top</a>'
            '<a href="data/x.csv">x</a><a href="https://elsewhere.example/">out</a><a href="mailto:a@b.example">m</a>',
            '<link rel="stylesheet" href="s.css"><link rel="canonical" href="https://m.example/book/">'
            '<link rel="alternate" type="application/rss+xml" href="feeds/x.xml">',
        ),
        "a/index.html": page('<p id="b"><a href="../">home</a><a href="./">a</a><img src="../i.svg" alt=""></p>'),
        "404.html": page('<a href="/book/a/">a</a>'),
        "s.css": "body { background: url(i.svg) }",
        "i.svg": "<svg/>",
        "data/x.csv": "x",
        "feeds/x.xml": "<rss/>",
    }
    assert verify_site(site(tmp_path, pages), "https://m.example/book/") == ()


@pytest.mark.parametrize(
    ("body", "code", "told"),
    [
        ('<a href="gone/">x</a>', "W002", "'gone/index.html', which is not there"),
        ('<a href="data/gone.csv">x</a>', "W002", "'data/gone.csv'"),
        ('<a href="a">x</a>', "W002", "'a', which is not there; expected a/ with a slash at its end"),
        ('<a href="../../outside/">x</a>', "W002", "outside"),
        ('<a href="http://[x">x</a>', "W002", "is no address"),
        ('<a href="a/#gone">x</a>', "W003", "an anchor that is not on 'a/index.html'"),
        ('<a href="#gone">x</a>', "W003", "an anchor that is not on 'index.html'"),
        ('<p id="x"></p><p id="x"></p>', "W004", "the id 'x' stands 2 times"),
        ('<img src="https://elsewhere.example/i.png" alt="">', "W005", "ask another host"),
        ('<img src="//elsewhere.example/i.png" alt="">', "W005", "ask another host"),
        ('<img srcset="https://elsewhere.example/i.png 2x" alt="">', "W005", "ask another host"),
        ('<script src="https://elsewhere.example/s.js"></script>', "W005", "ask another host"),
        ('<iframe src="https://elsewhere.example/"></iframe>', "W005", "ask another host"),
        ('<form action="https://elsewhere.example/"></form>', "W005", "ask another host"),
        ('<link rel="preload icon" href="https://elsewhere.example/i.png">', "W005", "ask another host"),
        ('<svg><use href="https://elsewhere.example/i.svg"></use></svg>', "W005", "ask another host"),
        ("<script>alert(1)</script>", "W006", "<script> inside the page"),
        ("<style>p{}</style>", "W006", "<style> inside the page"),
        ('<p onclick="x">x</p>', "W006", "the attribute onclick"),
        ('<p style="color:red">x</p>', "W006", "the attribute style"),
        ('<a href="javascript:alert(1)">x</a>', "W006", "expected http, https, mailto, tel or webcal"),
        ('<a href=" java&#10;script:alert(1)">x</a>', "W006", "expected http, https, mailto, tel or webcal"),
    ],
)
def test_what_does_not_hold(tmp_path, body, code, told):
    folder = site(tmp_path, {"index.html": page(f"\n{body}"), "a/index.html": page()})
    (problem,) = verify_site(folder)
    assert (problem.location.file, problem.location.line, problem.code) == ("index.html", 2, code) or code == "W004"
    assert told in str(problem)


def test_stylesheets_are_followed_too(tmp_path):
    pages = {"a/s.css": "@import 'https://elsewhere.example/s.css';\np { background: url(../gone.svg) }"}
    assert codes(site(tmp_path, pages)) == [("a/s.css", "W005"), ("a/s.css", "W002")]


def test_a_page_that_sends_its_reader_away(tmp_path):
    pages = {"index.html": page(head='<meta http-equiv="Refresh" content="0; url=https://elsewhere.example/">')}
    assert codes(site(tmp_path, pages)) == [("index.html", "W005")]


def test_the_page_for_what_is_not_found_is_checked_against_the_site_s_address(tmp_path):
    pages = {"404.html": page('<a href="/book/a/">a</a><a href="/book/gone/">x</a>'), "a/index.html": page()}
    assert codes(site(tmp_path, pages), "https://m.example/book/") == [("404.html", "W002")]


def test_whatever_is_taken_out_of_a_whole_site_is_missed_where_it_was_linked(example, tmp_path):
    whole = shutil.copytree(example / "build/site", tmp_path / "site")
    url = "https://minutes.kelminster.example/"
    assert verify_site(whole, url) == ()
    gone = "meetings/cabinet/2025-11-04/"
    anchor = 'id="minute-36"'
    linking = {
        file.relative_to(whole).as_posix()
        for file in whole.rglob("*.html")
        if re.search(rf'href="[^"]*{gone}["#]', file.read_text(encoding="utf-8"))
    }
    minutes = whole / gone / "index.html"
    text = minutes.read_text(encoding="utf-8")
    assert anchor in text
    minutes.write_text(text.replace(anchor, ""), encoding="utf-8")
    assert {problem.code for problem in verify_site(whole, url)} == {"W003"}
    minutes.unlink()
    missed = verify_site(whole, url)
    assert {problem.code for problem in missed} == {"W002"}
    assert len(linking) > 10
    assert {problem.location.file for problem in missed} >= linking - {f"{gone}index.html"}
