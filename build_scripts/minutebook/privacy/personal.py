"""What a sentence may hold of a person's private life, by exact grammars: addresses of e-mail, telephone numbers, homes.

    write to a.b@council.example          [e-mail address withheld]
    024 7600 0000 / 0001, +44 7700 900000 [telephone number withheld]
    Mr A Example of 12 Low Fold, AB1 2CD  Mr A Example of [home address withheld]
    who lives at Flat 3, 9 High Street    who lives at [home address withheld]

An address is a home's only where the words say so: "the hedge at 5 Low Fold", of a petition, is kept, and so is a street without
a number ("as a resident of Pippin Street"). What looks like a telephone number but has no leading 0 or + is one after a word
that says so ("Tel: 7600 0000"). Contacts that the council lists are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

EMAIL, PHONE, HOME = "[e-mail address withheld]", "[telephone number withheld]", "[home address withheld]"

_EMAIL = re.compile(
    r"(?:mailto:)?(?:[\w%+'’-]{1,40}\.[\w.%+'’-]{1,40}@[\w-]{1,63}(?![\w.-]*\.\w)"  # "a.b@council": a dot was lost
    r"|[\w.%+'’-]{1,64}(?:@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}| @ ?(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}\b"
    r"| ?(?:\[at\]|\(at\)) ?[\w-]{1,63}(?: ?(?:\.|\[dot\]|\(dot\)) ?[\w-]{1,63}){1,8}))",
    re.IGNORECASE,
)
_MORE = r"(?: ?/ ?\d{2,6}(?!\d|/))*(?:,? ?(?:ext|extension|x)\.? ?\d{1,6}\b)?"
_PHONE = re.compile(
    rf"(?<![\d£.,/])(?:\+ ?44 ?(?:\(0\) ?)?|0044 ?|\(?0)(?:[ ()–-]{{0,2}}\d){{8,10}}(?![\d/]|[.,]\d){_MORE}",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(
    r"(?P<word>\b(?:tel|telephone|phone|mobile|mob|fax|call|ring|text)(?:ed|ing)?\b(?: ?(?:no|nos|number|numbers)\b)?[.:]{0,2} ?(?:on |at )?)"
    rf"(?P<number>\+?\(?\d(?:[ ()–-]{{0,2}}\d){{5,13}}(?![\d/%]|[.,]\d){_MORE})",
    re.IGNORECASE,
)
_STREETS = (
    "Road|Rd|Street|St|Avenue|Ave|Close|Lane|Drive|Way|Court|Crescent|Gardens?|Grove|Place|Terrace|Square|Hill|Walk|Row|Mews|Park|Rise"
    "|View|Green|Parade|Croft|Fold|Yard|Path|Gate|Bank|Mount|Vale|Dale|Meadows?|End|Side|Orchard|House|Cottages?|Farm|Lodge|Villas?|Heol|Ffordd|Stryd"
)
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
_PART = r"[A-Z\d][\w'’.-]{0,30}"
_ADDRESS = (
    rf"(?:(?:(?:Flat|Apartment|Apt|Room|Plot|Unit) \w{{1,5}},? )?\d{{1,4}}[A-Za-z]?(?:[-–/]\d{{1,4}}[A-Za-z]?)?,? (?:{_PART},? ){{0,5}}(?:{_STREETS})\b"
    rf"|(?:(?:The )?{_PART},? ){{1,6}}(?={_POSTCODE}))(?:,? (?!(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\b|{_POSTCODE})[A-Z][\w'’-]{{1,30}}){{0,4}}(?:,? ?{_POSTCODE})?"
)
_TITLED = r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Sir|Dame)\.? (?:[A-Z][\w'’.-]{0,30},? \(?){1,4}"
_HOMES = re.compile(
    r"(?P<said>\b(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing|ents?)|tenants?|dwell(?:s|ing)|householders?|occupiers?)(?: [a-z]+){0,3}? (?:at|of|in) "
    r"|\bhome (?:address|is|was|of|at)(?: (?:is|was|at|in|of))?:? |\b(?:his|her|their|my|whose) (?:own )?home,? (?:at |in |of |is )?"
    rf"|\b{_TITLED}(?:of|from|at) |\baddress:? )(?P<address>{_ADDRESS})"
)
_STATED = re.compile(r"(?P<said>\bhome address(?: is|:| –| -) ?)(?P<address>[^.;)]{3,160})", re.IGNORECASE)
_MAYBE_EMAIL = re.compile(r"@|[\[(]at[\])]", re.IGNORECASE)
_MAYBE_PHONE = re.compile(r"\d[ ()–-]{0,2}\d[ ()–-]{0,2}\d[ ()–-]{0,2}\d[ ()–-]{0,2}\d[ ()–-]{0,2}\d")
_MAYBE_HOME = re.compile(r"\d[A-Za-z]?,? [A-Z]|\d[A-Z]{2}\b|[Hh]ome address")
"""What a text must hold to be worth a closer look: most hold none of it."""


def masker(listed: Iterable[str]) -> Callable[[str], str]:
    """What takes personal data out of a text. ``listed``: contacts that may be printed; spaces and case do not count."""
    kept = frozenset(_key(contact) for contact in listed)

    def mask(text: str) -> str:
        if _MAYBE_EMAIL.search(text):
            text = _EMAIL.sub(lambda match: _unless(kept, match.group(), EMAIL), text)
        if _MAYBE_PHONE.search(text):
            text = _PHONE.sub(lambda match: _unless(kept, match.group(), PHONE), text)
            text = _AFTER_WORD.sub(lambda match: match["word"] + _unless(kept, match["number"], PHONE), text)
        if _MAYBE_HOME.search(text):
            for form in (_STATED, _HOMES):
                text = form.sub(lambda match: match["said"] + _home(kept, match["address"]), text)
        return text

    return mask


def _unless(kept: frozenset[str], found: str, instead: str) -> str:
    bare = found.rstrip(".,;:'’-")
    return found if _key(bare) in kept else instead + found[len(bare) :]


def _home(kept: frozenset[str], found: str) -> str:
    bare = found.rstrip(" ,")
    return found if found == HOME or _key(bare) in kept else HOME + found[len(bare) :]


def _key(contact: str) -> str:
    return re.sub(r"^mailto:|[\s()–/-]", "", contact.casefold())
