"""axe-core in a page: what breaks the Web Content Accessibility Guidelines 2.0 to 2.2, A and AA, and best practice."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python

SOURCE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
    const {violations, passes} = await axe.run(document, {runOnly: rules});
    if (!passes.length) throw new Error("axe looked at nothing");
    return violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
}"""


def violations(page):
    """What axe finds on the page as it stands now, each with the first of the elements at fault."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(SOURCE)
    return page.evaluate(RUN, RULES)
