"""The catalogue ``data.json``, which data.gov.uk and others harvest.

Source: data.gov.uk, "Accepted DCAT and data.json fields": title, description, identifier and license are mandatory; the title has at most
65 characters and not the council's name; the first sentence of the description has at most 140. The form of the file is Project Open Data's.
"""

from __future__ import annotations

from typing import Any

from minutebook.packages.listing import Listing, format_of, written
from minutebook.text import email

DATA_JSON = "data.json"


def data_json(this: Listing) -> bytes:
    """``data.json`` with one data set: title, description, identifier and licence are mandatory to data.gov.uk."""
    package = this.contract.package
    whole: dict[str, Any] = {
        "@type": "dcat:Dataset",
        "title": package["title"],
        "description": package["description"],
        "identifier": this.page,
        "license": this.licence,
        "keyword": list(this.keywords),
        "modified": this.date.isoformat(),
        "language": [this.council.language],
        "landingPage": this.page,
        "accessLevel": "public",
        "publisher": {"@type": "org:Organization", "name": this.publisher},
    }
    mailbox = email(this.council.contact)
    if mailbox:
        whole["publisher"]["mbox"] = mailbox
        whole["contactPoint"] = {"@type": "vcard:Contact", "fn": this.publisher, "hasEmail": f"mailto:{mailbox}"}
    if this.area:
        whole["spatial"] = this.area
    if this.first and this.last:
        whole["temporal"] = f"{this.first.isoformat()}/{this.last.isoformat()}"
    titles = {"": str(package["title"])} | {name: schema.title for name, schema in this.contract.schemas.items()}
    whole["distribution"] = [
        {
            "@type": "dcat:Distribution",
            "title": f"{titles[file.table]} ({format_of(file)})",
            "downloadURL": this.address(file),
            "mediaType": file.mediatype,
            "format": format_of(file),
        }
        for table in titles
        for file in this.of(table)
    ]
    return written(
        {
            "@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
            "@type": "dcat:Catalog",
            "conformsTo": "https://project-open-data.cio.gov/v1.1/schema",
            "dataset": [whole],
        }
    )
