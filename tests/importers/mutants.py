"""Damaged documents of every format, each from its seed: what scanners, mail, converters and ill will make of minutes."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from functools import cache
from pathlib import Path

from importers.house_styles import blocks_of, document, style_of
from importers.invented_meetings import invented

FIXTURES = Path(__file__).parent / "fixtures"
WEB = Path(__file__).parent / "web"
SNIPPETS = (
    "1) ", "(a) ", "• ", "- ", "12. ", "RESOLVED ", "### ", "> ", "| a | b |", "** ", "Note: ", "For (3): A", "\\", "<b>", "</p>", "&amp;#x41;",
    "<table><tr><td>", "<!--", "]]>", "&lol;", "Minutes of the Meeting of Cabinet held on 4 May 2025", "\f", "\x00", "---\n", "- group: x\n",
)  # fmt: skip
HEAD = "Minutes of the Meeting of Cabinet held at 6.30 pm on Tuesday, 4 November 2025\n\nPresent: Cllr A Bee\n\n1. Trees\n\n"


@cache
def sources():
    """Documents of each format, undamaged: (ending, content)."""
    found = [(path.suffix, path.read_bytes()) for path in sorted(FIXTURES.rglob("*.txt"))]
    found += [(path.suffix, path.read_bytes()) for path in sorted(FIXTURES.glob("*.md"))]
    found += 3 * [(path.suffix, path.read_bytes()) for path in sorted(WEB.iterdir()) if path.suffix != ".report"]
    for seed in range(60):
        style = style_of(seed)
        meeting, body = invented(seed)
        if len(meeting.items) < 6:  # the shorter ones, so that there is time for more
            found.append((f".{style.format}", document(blocks_of(meeting, body, style), style)))
    kinds = {}
    for suffix, content in found:
        kinds.setdefault(suffix, []).append(content)
    return kinds


def mutant(seed):
    """The document of a seed: its name and its bytes."""
    chance = random.Random(f"mutant {seed}")
    if chance.random() < 0.02:
        return chance.choice(MONSTERS)(chance)
    kinds = sources()
    suffix = chance.choice(sorted(kinds))
    content = chance.choice(kinds[suffix])
    if suffix == ".docx" and chance.random() < 0.7:
        content = inside_zip(content, chance)
    elif suffix == ".pdf" and chance.random() < 0.7:
        content = inside_pdf(content, chance)
    else:
        for _ in range(chance.randint(1, 4)):
            content = chance.choice((flipped, lines, lines, lines, sprinkled, cut))(content, chance)
    return f"x{suffix if chance.random() < 0.9 else chance.choice(sorted(kinds))}", content


# --- damage to bytes and lines ---------------------------------------------------------------------------------------


def flipped(content, chance):
    made = bytearray(content)
    for _ in range(chance.randint(1, 12) if made else 0):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def cut(content, chance):
    at = chance.randrange(len(content) + 1)
    return content[:at] if chance.random() < 0.5 else content[:at] + content[at + chance.randint(1, 2000) :]


def sprinkled(content, chance):
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + chance.choice(SNIPPETS).encode() * chance.choice((1, 1, 2, 40)) + content[at:]
    return content


def lines(content, chance):
    """Lines cut, shuffled, repeated, made huge, run together or set deep. Where lines are long, what tags divide are lines."""
    mark = b"\n" if content.count(b"\n") > 5 else b">"
    parts = content.split(mark)
    at = chance.randrange(len(parts))
    to = min(len(parts), at + chance.randint(1, 15))
    match chance.randrange(6):
        case 0:
            del parts[at:to]
        case 1:
            part = parts[at:to]
            chance.shuffle(part)
            parts[at:to] = part
        case 2:
            parts[at:at] = parts[at:to] * chance.randint(1, 6)
        case 3:
            parts[at] *= max(1, chance.choice((20, 300)) * 100 // max(len(parts[at]), 100))
        case 4:
            parts[at:to] = [b" ".join(parts[at:to])]
        case 5:
            parts[at:to] = [b" " * 2 * depth + part for depth, part in enumerate(parts[at:to])]
    return mark.join(parts)


# --- damage inside containers ----------------------------------------------------------------------------------------


def inside_zip(content, chance):
    """A Word document one of whose parts is damaged, missing or there twice."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice([*names, *["word/document.xml"] * len(names), *["word/numbering.xml"] * 3])
        for name in names:
            part = old.read(name)
            if name == chosen:
                if chance.random() < 0.1:
                    continue
                part = chance.choice((flipped, lines, lines, lines, sprinkled, cut))(part, chance)
            new.writestr(name, part)
    return made.getvalue()


def inside_pdf(content, chance):
    """A PDF with a broken cross-reference table, with objects gone or repeated, or with damaged text."""
    match chance.randrange(5):
        case 0:
            return re.sub(rb"\d{10} (?=\d{5} n)", lambda _: b"%010d " % chance.randrange(len(content)), content)
        case 1:
            return content[: content.rfind(b"xref")] + content[content.rfind(b"trailer") :]
        case 2:
            return re.sub(rb"startxref\s+\d+", b"startxref\n%d" % chance.randrange(10**9), content)
        case 3:
            objects = content.split(b"endobj")
            objects[chance.randrange(len(objects))] = chance.choice(objects)
            return b"endobj".join(objects)
    return re.sub(
        rb"/(?:Length|Count|Kids|Width|First|Size) \d+", lambda m: m.group() + b"9" * chance.randrange(5), content
    )


# --- documents made to hurt ------------------------------------------------------------------------------------------


def _word(body, extra=()):
    made = io.BytesIO()
    blocks = sources()[".docx"][0]
    with zipfile.ZipFile(io.BytesIO(blocks)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
        for name, part in extra:
            new.writestr(name, part)
    return "x.docx", made.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zip_bomb(chance):
    """A Word document of a few hundred kilobytes that would unpack to hundreds of megabytes."""
    size = chance.choice((90, 300, 600)) * 1_000_000
    if chance.random() < 0.5:
        return _word(sources_part("word/document.xml"), [("word/media/x.bin", bytes(size))])
    return _word(b" " * size)


def sources_part(name):
    with zipfile.ZipFile(io.BytesIO(sources()[".docx"][0])) as old:
        return old.read(name)


def deep_word(chance):
    depth = chance.choice((300, 5000, 100_000))
    return _word(
        f"<w:document {WORD}><w:body>{'<w:tbl><w:tr><w:tc>' * depth}{'</w:tc></w:tr></w:tbl>' * depth}</w:body></w:document>"
    )


LOL = "<!DOCTYPE x [<!ENTITY a0 'lol'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"


def laughs(chance):
    """Entities that hold ten of the one before, ten deep."""
    if chance.random() < 0.5:
        return _word(
            f"<?xml version='1.0'?>{LOL}<w:document {WORD}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
        )
    return "x.xml", f"<?xml version='1.0'?>{LOL}<getmeeting><meetingdate>&a9;</meetingdate></getmeeting>".encode()


def deep_page(chance):
    depth = chance.choice((500, 20_000))
    tag = chance.choice(("div", "ul><li", "table><tr><td", "b", "blockquote"))
    return "x.html", f"<html><body><h1>{HEAD}</h1>{f'<{tag}>' * depth}Noted.</body></html>".encode()


def huge_line(chance):
    piece = chance.choice((*SNIPPETS[:14], "a", " ", "“", "Cllr A Bee, ", "4 May 2025 ", "£1.", "resolved that "))
    return f"x{chance.choice(('.txt', '.md', '.html'))}", (HEAD + piece * (100_000 // len(piece))).encode()


def deep_list(chance):
    depth = chance.choice((50, 400, 1500))
    entry = chance.choice(("- one", "• one", "(a) one", "> one"))
    step = "    " if entry != "> one" else "> "
    return "x.md", (HEAD + "RESOLVED that:\n\n" + "\n".join(step * level + entry for level in range(depth))).encode()


def flate_bomb(chance):
    """A PDF whose pages, one or many, are packed text or drawing that unpacks to as much as a hundred megabytes."""
    piece = chance.choice((b"BT /F1 9 Tf (Trees) Tj ET ", b"9 9 m 9 99 l S 9 9 90 90 re S ", b"q 1 0 0 1 1 1 cm "))
    text = zlib.compress(piece * chance.choice((20_000, 200_000, 4_000_000)), 9)
    count = chance.choice((1, 1, 10))
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )  # fmt: skip
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return "x.pdf", b"%PDF-1.4\n" + body + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF"


MONSTERS = (zip_bomb, deep_word, laughs, deep_page, huge_line, deep_list, flate_bomb)
