"""Law 2, measured from the outside: the words of a document against the words of what was made of it."""

from __future__ import annotations

import re

import pytest

from minutebook.text import item_text


def words(text):
    """The words of a text, free of Markdown's tags, of case and of punctuation."""
    return re.findall(r"[^\W_]+", re.sub(r"</?(?:sup|sub|b|br|p|i)\b[^<>]*>", "", text).casefold())


@pytest.fixture(scope="session")
def source_words():
    """Of a document and its import: the words from the first item on, but for those reported as left out."""

    def found(document, imported):
        lines = [words(line) for line in document.split("\n")]
        for said in imported.report:
            if said.what == "inferred" or not said.line:
                continue
            left = words(said.text)
            for place in range(said.line - 1, len(lines)):
                while left and left[0] in lines[place]:
                    lines[place].remove(left.pop(0))
                if not left:
                    break
        first = imported.meeting.items[0].location.line
        return [word for line in lines[first - 1 :] for word in line]

    return found


@pytest.fixture(scope="session")
def item_words():
    """Of an import: the words of all its items, in order."""

    def found(imported):
        texts = (f"{item.number} {item.title}\n{item_text(item)}" for item in imported.meeting.items)
        return [word for text in texts for word in words(text)]

    return found
