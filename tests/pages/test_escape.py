"""Whatever the record says is text on the page: in Markdown, in raw HTML and in attributes alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from minutebook.pages.escape import clean, literal, printed
from minutebook.pages.templating import FILTERS, front_matter, page

TEMPLATES = Path(__file__).resolve().parents[2] / "build_scripts/minutebook/templates"

CONTEXTS = {
    "paragraph": "{}\n",
    "second line of a paragraph": "Words\n{}\n",
    "after a paragraph": "Words\n\n{}\n\nWords\n",
    "heading": "## {} {{#here}}\n",
    "heading after a number": '## <span class="n">3</span> {}\n',
    "list entry": "- {}\n- other\n",
    "numbered list entry": "1. {}\n2. other\n",
    "table cell": "| a | b |\n|---|---|\n| {} | c |\n",
    "link": "[{}](../x/)\n",
    "raw HTML": "<div>\n<p>{}</p>\n</div>\n",
    "raw HTML line": "<ul>\n<li>\n{}\n</li>\n</ul>\n",
    "raw inline HTML": "Words <b>{}</b> words\n",
}

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></div><style>*{display:none}</style>",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "![x](https://elsewhere.example/x.png)",
    "&lt;b&gt; &amp; &#60;",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "{: onclick=alert(1) }",
    "{#other .class}",
    "[id]: https://elsewhere.example/",
    "[TOC]",
    "<!-- comment -->",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "`code` **bold** _em_ __strong__ ~~~",
    "1. first",
    "12) twelfth",
    "- entry",
    "+ entry",
    "# heading",
    "> quotation",
    "| a | b |",
    "|---|---|",
    ":--- | ---:",
    "===",
    '!!! note "x"',
    "---",
    "    code",
    "\\* \\[ \\\\",
    "wzxhzdk:0 \x02wzxhzdk:0\x03",
    "a  \nb",
    "*[abbr]: x",
    "{{ config }} {% x %}",
    "\u2028\x85 x\x00y",
)

texts = st.text(max_size=40) | st.lists(st.sampled_from(PAYLOADS) | st.text(max_size=5), max_size=4).map(" ".join)


def rendered(text: str) -> html.HtmlElement:
    """A page as the site builder makes it, with the extensions of mkdocs.yml."""
    markdown = Markdown(extensions=["admonition", "attr_list", "tables", "toc"])
    return html.document_fromstring(f"<!doctype html><html><body>{markdown.convert(text)}</body></html>")


def shape(page: html.HtmlElement) -> list[tuple[str, list[str]]]:
    return [(element.tag, sorted(element.attrib)) for element in page.iter("*")]


def folded(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("context", CONTEXTS)
@settings(max_examples=40, deadline=None)
@given(text=texts)
@example(text=" ".join(PAYLOADS))
def test_text_is_read_back_as_it_was_and_nothing_else_is_there(context, text):
    """The same page with a plain letter in the text's place has the same elements and, but for the text, the words."""
    source = CONTEXTS[context]
    bare = rendered(source.format("Q"))
    page = rendered(source.format(f"{literal(text)}Q"))  # the letter: an empty text would leave no element to look at
    assert shape(page) == shape(bare)
    assert folded(page.text_content()) == folded(bare.text_content().replace("Q", f"{clean(text)}Q"))


@given(text=texts)
def test_text_is_read_back_from_an_attribute(text):
    link = rendered(f'<p><a href="../x/" title="{literal(text)}">x</a></p>').find(".//a")
    assert link.attrib == {"href": "../x/", "title": clean(text)}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_at_the_start_of_a_page_are_one_paragraph(payload):
    page = rendered(str(literal(payload)))
    assert [element.tag for element in page.iter("*")] == ["html", "body", "p"]
    assert folded(page.text_content()) == folded(clean(payload))


@given(text=texts)
def test_front_matter_gives_titles_back(text):
    _, found = get_data(front_matter({"title": f"{text}.", "crumbs": [{"title": text}]}))
    assert found == {"title": clean(f"{text}."), "crumbs": [{"title": clean(text)}]}


def test_a_template_prints_text_literally_and_what_was_built_as_it_is():
    assert printed("<b>") == Markup("&#60;b&#62;")
    assert printed(Markup("<b>")) == Markup("<b>")
    assert printed(None) == ""
    assert printed(12) == "12"
    with pytest.raises(TypeError, match="give it text"):
        printed(1.5)


def test_templates_cannot_make_markup_of_text_unseen():
    """``~`` and the filters of Jinja2 that join or mark as safe would pass text through another escape, or none."""
    assert not {"safe", "e", "escape", "join", "replace", "format", "tojson", "indent"} & set(FILTERS)
    for template in TEMPLATES.glob("*.j2"):
        code = re.findall(r"{[{%].*?[%}]}", template.read_text(encoding="utf-8"))
        assert not [part for part in code if "~" in part or "autoescape" in part or "filter" in part], template.name


def test_a_page_knows_the_way_to_others():
    path, text = page("bodies/cabinet.md", "bodies.md.j2", {"title": "A & B"}, kinds=[])
    assert path == "bodies/cabinet.md"
    assert text.startswith('---\ntitle: "A & B"\n---\n\n# A &#38; B {#top}\n')
