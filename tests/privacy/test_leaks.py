"""A whole build of a project full of personal data: no published byte holds any of it."""

from __future__ import annotations

import html
import io
import re
import zipfile

import pytest

from project import COUNCIL, MINUTES, make_project, minutebook, published_files

SECRETS = (
    "c.private@mail.example",
    "024 7600 1234",
    "7600 5678",
    "12 Low Fold",
    "AB1 2CD",
    "J Junior",
    "Mr Junior",
    "a knife",
)
SAID = """
### Private life

Ms P Sample of 12 Low Fold, Holm AB1 2CD, wrote from c.private@mail.example and asked to be rung on 024 7600 1234.

| Who | How |
| --- | --- |
| J Junior | Tel: 7600 5678 |

### Case study

MI was found with a knife.

## 37. Letter of J Junior, c.private@mail.example

**RESOLVED** that Mr Junior answer Ms Sample, who lives at 12 Low Fold, by ringing clerk@example.example or 024 7600 9999.
"""
AGENDA = """\
---
body: cabinet
date: 2025-12-02
place: Council House, tel. 024 7600 1234
status: scheduled
reviewed: true
invited:
  - J Junior (Head of Works)
---

# Public business

## 5. Question of a resident

**Question 1**

- Asked by: Mr P Sample of 12 Low Fold
- Put to: J Junior

> May I be rung on 024 7600 1234?
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    officers = "  - group: Officers\n    people:\n      - J Junior (Head of Works)\n      - S Senior (Director of Works)\n---\n"
    head, _, body = MINUTES.partition("---\n\n")
    files = {
        "content/council.yaml": f'{COUNCIL}officers: roles\ncontacts: [clerk@example.example, "024 7600 9999"]\n',
        "content/people.yaml": "- id: j-junior\n  name: J Junior\n  kind: officer\n",
        "content/minutes/cabinet/2025-11-04.md": f"{head}{officers}\n{body}{SAID}",
        "content/agendas/cabinet/2025-12-02.md": AGENDA,
    }
    folder = make_project(tmp_path_factory.mktemp("leaks"), files)
    done = minutebook("-C", folder, "build")
    assert done.returncode == 0, done.stderr
    return published_files(folder / "build/site")


def texts(files):
    """Every file as text free of mark-up, and what zips hold."""
    for path, content in files.items():
        held = {path: content}
        if path.endswith(".zip"):
            archive = zipfile.ZipFile(io.BytesIO(content))
            held = {f"{path}/{name}": archive.read(name) for name in archive.namelist()}
        for name, one in held.items():
            text = one.decode("utf-8", "ignore")
            yield name, text
            yield name, " ".join(re.sub(r"<[^>]*>", " ", text).split())


@pytest.mark.parametrize("secret", SECRETS)
def test_no_published_byte_holds_it(published, secret):
    assert [path for path, text in texts(published) if secret.lower() in text.lower()] == []


def test_what_was_withheld_is_said_and_what_may_be_printed_is(published):
    page = html.unescape(published["meetings/cabinet/2025-11-04/index.html"].decode())
    for told in (
        "[e-mail address withheld]",
        "[telephone number withheld]",
        "[home address withheld]",
        "[case study withheld]",
    ):
        assert told in page
    for kept in ("Officer (Head of Works)", "S Senior", "Director of Works", "clerk@example.example", "024 7600 9999"):
        assert kept in page
    assert "people/j-junior/index.html" not in published
