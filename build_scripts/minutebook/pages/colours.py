"""The site's colours: one brand colour of the council, and all that is derived from it, readable in light and dark.

Contrast is that of WCAG 2.2: at least 4.5:1 for text (criterion 1.4.3), 3:1 for lines that carry meaning (1.4.11).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

TEXT_CONTRAST = 4.5

_LIGHT = {
    "page": "#ffffff",
    "surface": "#f3f5f5",
    "line": "#d3d9d8",
    "ink": "#15201e",
    "muted": "#4d5957",
    "amber": "#6a4200",
    "amber-tint": "#fff5da",
    "amber-line": "#a86a00",
    "violet": "#4d4183",
    "violet-tint": "#f4f2fa",
    "focus": "#15201e",
    "on-deep": "#ffffff",
}
_DARK = {
    "page": "#121716",
    "surface": "#1c2322",
    "line": "#3c4745",
    "ink": "#e8edec",
    "muted": "#aab5b3",
    "amber": "#f3d48b",
    "amber-tint": "#2f260f",
    "amber-line": "#c9973a",
    "violet": "#c6bcf2",
    "violet-tint": "#231f35",
    "focus": "#ffffff",
    "on-deep": "#ffffff",
}
_PAPER = {
    **dict.fromkeys(("page", "surface", "tint", "amber-tint", "violet-tint"), "#ffffff"),
    **dict.fromkeys(("ink", "muted", "brand", "amber", "violet", "line", "amber-line"), "#000000"),
}
_STRONG = dict.fromkeys(("muted", "line"), "var(--ink)")
_CHOSEN = {**dict.fromkeys(("ink", "muted", "brand", "line"), "CanvasText"), "page": "Canvas"}
"""Of the reader's own colours those that a browser does not put in place by itself: in drawings."""


def council_css(colour: str) -> str:
    """The stylesheet that names every colour: for light, for dark and for more contrast by the reader's system, for
    colours of the reader's own, and for paper.
    """
    return (
        f"/* Colours of this council; made from the colour in content/council.yaml. */\n{_rule(light(colour))}"
        f"@media (prefers-color-scheme: dark) {{\n{_rule(dark(colour))}}}\n"
        f"@media (prefers-contrast: more) {{\n{_rule(_STRONG)}}}\n"
        f"@media (forced-colors: active) {{\n{_rule(_CHOSEN)}}}\n"
        f"@media print {{\n{_rule(_PAPER)}}}\n"
    )


def favicon(colour: str) -> str:
    """A picture for the browser's tab: a bound book in the council's colour."""
    brand = light(colour)["brand"]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect x="4" y="3" width="24" height="26" rx="3" fill="{brand}"/>'
        '<path d="M10 3v26" stroke="#fff" stroke-width="1.5"/>'
        '<path d="M14 10h9M14 15h9M14 20h6" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>\n'
    )


def light(colour: str) -> Mapping[str, str]:
    """Colours by name on white paper. ``brand`` is the council's colour, darker only where it must be to be read."""
    tint = mixed(colour, "#ffffff", 0.88)
    brand = _readable(colour, "#000000", [_LIGHT["surface"], _LIGHT["amber-tint"], _LIGHT["violet-tint"], tint])
    return _LIGHT | {"brand": brand, "tint": tint, "deep": _header(colour)}


def dark(colour: str) -> Mapping[str, str]:
    """Colours by name on a dark page. ``brand`` is the council's colour, lighter where it must be to be read with ease."""
    tint = mixed(_header(colour), _DARK["page"], 0.45)
    brand = _readable(colour, "#ffffff", [_DARK["surface"], _DARK["amber-tint"], _DARK["violet-tint"], tint], 6.5)
    return _DARK | {"brand": brand, "tint": tint, "deep": _header(colour)}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours ``#rrggbb``, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, into: str, share: float) -> str:
    """A colour mixed with another: ``share`` 0 is the first, 1 the second."""
    pairs = zip(_channels(colour), _channels(into), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)


def _header(colour: str) -> str:
    """The band at the top of a page: dark enough for small white text to be read with ease, 7:1."""
    return _readable(mixed(colour, "#000000", 0.15), "#000000", ["#ffffff"], 7.0)


def _readable(colour: str, towards: str, backgrounds: Iterable[str], ratio: float = TEXT_CONTRAST) -> str:
    """The colour itself, or the first on its way to black or white that has the contrast with every background."""
    grounds = tuple(backgrounds)
    steps = (mixed(colour, towards, step / 50) for step in range(51))
    return next((step for step in steps if all(contrast(step, ground) >= ratio for ground in grounds)), towards)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _rule(colours: Mapping[str, str]) -> str:
    return ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in sorted(colours.items())) + "}\n"
