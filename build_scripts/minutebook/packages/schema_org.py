"""schema.org's ``Dataset``, for the head of each page of data: what search engines for data sets read."""

from __future__ import annotations

from typing import Any

from minutebook.packages.listing import Listing


def schema_org(this: Listing, table: str = "") -> dict[str, Any]:
    """schema.org's ``Dataset`` for the page of one table, or of the whole package: the object of its JSON-LD."""
    schema = this.contract.schemas.get(table)
    said: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": this.part(schema) if schema else this.page,
        "name": f"{schema.title if schema else this.contract.package['title']}, {this.council.name}",
        "description": schema.description if schema else this.contract.package["description"],
        "url": this.part(schema) if schema else this.page,
        "license": this.licence,
        "keywords": list(this.keywords),
        "isAccessibleForFree": True,
        "inLanguage": this.council.language,
        "dateModified": this.date.isoformat(),
        "version": this.version,
        "creator": {"@type": "Organization", "name": this.publisher},
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": this.address(file),
                "encodingFormat": file.mediatype,
                "contentSize": f"{len(file.content)} B",
                "sha256": file.sha256,
            }
            for file in this.of(table)
        ],
    }
    if this.first and this.last:
        said["temporalCoverage"] = f"{this.first.isoformat()}/{this.last.isoformat()}"
    if schema:
        said["isPartOf"] = {"@type": "Dataset", "@id": this.page, "name": str(this.contract.package["title"])}
        said["variableMeasured"] = [
            {"@type": "PropertyValue", "name": field.name, "description": field.description} for field in schema.fields
        ]
    else:
        said["hasPart"] = [
            {"@type": "Dataset", "@id": this.part(each), "name": each.title, "description": each.description}
            for each in this.contract.schemas.values()
        ]
    return said
