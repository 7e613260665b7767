"""How to load a table: a few lines each for pandas, R and DuckDB that give its columns the types that they have.

Empty cells become missing values and nothing else does: text that happens to say "NA" stays text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from minutebook.contract import Schema
from minutebook.pages.escape import literal

_PANDAS = {"integer": "Int64", "boolean": "boolean", "number": "Float64"}
_R = {"integer": "integer", "boolean": "logical", "number": "numeric", "date": "Date"}
_DUCKDB = {"integer": "BIGINT", "boolean": "BOOLEAN", "number": "DECIMAL(18,2)", "date": "DATE"}


@dataclass(frozen=True, slots=True)
class Snippet:
    key: str  # the id of the code on the page: "pandas"
    name: str
    lines: tuple[str, ...]

    @property
    def code(self) -> Markup:
        """The lines as they stand between <pre> and </pre>."""
        return Markup("\n").join(map(literal, self.lines))


def snippets(schema: Schema, address: str) -> tuple[Snippet, ...]:
    """The code for one table; ``address`` is that of its CSV, or its file's name."""
    return (_pandas(schema, address), _r(schema, address), _duckdb(schema, address))


def _pandas(schema: Schema, address: str) -> Snippet:
    types = {field.name: _PANDAS.get(field.type, "string") for field in schema.fields}
    dates = [field.name for field in schema.fields if field.type == "date"]
    lines = [
        "import pandas as pd",
        *_listed("types = {", (f'"{name}": "{type_}"' for name, type_ in types.items()), "}"),
        f"{schema.name} = pd.read_csv(",
        f'"{address}", dtype=types,',
        'keep_default_na=False, na_values=[""])',
    ]
    if dates:
        table = schema.name
        lines += _listed(f"{table} = {table}.astype({{", (f'"{name}": "datetime64[s]"' for name in dates), "})")
    return Snippet("pandas", "Python, with pandas", tuple(lines))


def _r(schema: Schema, address: str) -> Snippet:
    types: Mapping[str, str] = {field.name: _R.get(field.type, "character") for field in schema.fields}
    lines = [
        *_listed("types <- c(", (f'{name} = "{type_}"' for name, type_ in types.items()), ")"),
        f"{schema.name} <- read.csv(",
        f'"{address}", colClasses = types,',
        'na.strings = "", encoding = "UTF-8")',
    ]
    return Snippet("r", "R", tuple(lines))


def _duckdb(schema: Schema, address: str) -> Snippet:
    types = (f"'{field.name}': '{_DUCKDB.get(field.type, 'VARCHAR')}'" for field in schema.fields)
    lines = [
        f"""CREATE TABLE "{schema.name}" AS SELECT * FROM read_csv(""",  # noqa: S608 - printed, never run here
        f"'{address}',",
        """header = true, quote = '"', escape = '"',""",
        *_listed("columns = {", types, "});"),
    ]
    return Snippet("duckdb", "DuckDB", tuple(lines))


def _listed(opening: str, parts: Iterable[str], closing: str) -> list[str]:
    """Several parts a line, so that the code fits beside its margins."""
    lines, line = list[str](), opening
    whole = [f"{part}," for part in parts]
    whole[-1] = whole[-1][:-1] + closing
    for part in whole:
        if line != opening and len(line) + len(part) > _WIDTH:
            lines.append(line)
            line = part
        else:
            line = f"{line}{'' if line == opening else ' '}{part}"
    return [*lines, line]


_WIDTH = 88
