"""One value of YAML in its canonical form: plain where that is safe for every YAML reader, else double-quoted."""

from __future__ import annotations

import json
import re

import yaml

_PLAIN = re.compile(r"[^\W_](?:[^:#]|:(?=\S)|(?<=\S)#)*", re.UNICODE)
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def scalar(text: str) -> str:
    """Text as YAML. What another reader would take for a number, truth, date or time is quoted."""
    if _PLAIN.fullmatch(text) and not text.endswith(":") and not _resolves(text) and text.isprintable():
        return text
    return "".join(map(_visible, json.dumps(text, ensure_ascii=False)))


def _visible(char: str) -> str:
    """A character as it is, or, where an editor would not show it, as YAML's escape."""
    return char if char.isprintable() else f"\\U{ord(char):08X}"


def _resolves(text: str) -> bool:
    return any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[0], ())) or bool(re.match(r"[\d:.]+$", text))
