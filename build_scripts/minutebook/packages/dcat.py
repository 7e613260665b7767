"""The catalogue ``dcat.jsonld``: W3C's Data Catalog Vocabulary, version 3, as JSON-LD with its context inside."""

from __future__ import annotations

import datetime as dt
from typing import Any

from minutebook.packages.datafile import DataFile
from minutebook.packages.listing import Listing, format_of, written
from minutebook.text import email

DCAT = "dcat.jsonld"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"


def dcat(this: Listing) -> bytes:
    """The catalogue of one data set and its parts, one for each table, in DCAT 3 as JSON-LD."""
    whole = _dcat_dataset(
        this, this.page, str(this.contract.package["title"]), str(this.contract.package["description"])
    )
    whole |= {
        "dcat:keyword": list(this.keywords),
        "dcat:landingPage": {"@id": this.page},
        "dcat:distribution": [_dcat_file(this, file) for file in this.of("")],
        "dct:hasPart": [{"@id": this.part(schema)} for schema in this.contract.schemas.values()],
    }
    if this.area:
        whole["dct:spatial"] = {"@id": this.area}
    if this.first and this.last:
        whole["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _dated(this.first),
            "dcat:endDate": _dated(this.last),
        }
    parts = [
        _dcat_dataset(this, this.part(schema), schema.title, schema.description)
        | {
            "dct:isPartOf": {"@id": this.page},
            "dct:conformsTo": {"@id": f"{this.page}{schema.name}.csv-metadata.json"},
            "dcat:distribution": [_dcat_file(this, file) for file in this.of(schema.name)],
        }
        for schema in this.contract.schemas.values()
    ]
    catalogue = {
        "@id": f"{this.page}{DCAT}",
        "@type": "dcat:Catalog",
        "dct:title": f"Open data of the minutes of {this.council.name}",
        "dct:publisher": _dcat_publisher(this),
        "dct:modified": _dated(this.date),
        "dcat:dataset": [{"@id": each["@id"]} for each in (whole, *parts)],
    }
    return written({"@context": _CONTEXT, "@graph": [catalogue, whole, *parts]})


def _dcat_dataset(this: Listing, address: str, title: str, description: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:title": title,
        "dct:description": description,
        "dct:language": this.council.language,
        "dct:modified": _dated(this.date),
        "dcat:version": this.version,
        "dct:publisher": _dcat_publisher(this),
        "dct:license" if this.licence.startswith("http") else "dct:rights": _linked(this.licence),
    }
    mailbox = email(this.council.contact)
    if mailbox:
        said["dcat:contactPoint"] = {
            "@type": "vcard:Organization",
            "vcard:fn": this.publisher,
            "vcard:hasEmail": {"@id": f"mailto:{mailbox}"},
        }
    return said


def _dcat_publisher(this: Listing) -> dict[str, Any]:
    said: dict[str, Any] = {"@type": "foaf:Organization", "foaf:name": this.publisher}
    return said | ({"foaf:homepage": {"@id": this.council.website}} if this.council.website else {})


def _dcat_file(this: Listing, file: DataFile) -> dict[str, Any]:
    return {
        "@id": this.address(file),
        "@type": "dcat:Distribution",
        "dct:title": file.path,
        "dcat:downloadURL": {"@id": this.address(file)},
        "dcat:accessURL": {"@id": this.page},
        "dcat:mediaType": {"@id": _MEDIA + file.mediatype},
        "dct:format": format_of(file),
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(len(file.content))},
        "dct:license" if this.licence.startswith("http") else "dct:rights": _linked(this.licence),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
        },
    }


def _linked(text: str) -> dict[str, str] | str:
    return {"@id": text} if text.startswith("http") else text


def _dated(date: dt.date) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": date.isoformat()}
