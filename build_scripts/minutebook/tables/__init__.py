"""Book to rows: one module a table, core tables and registers alike."""

from minutebook.tables.row import Row, Tables, Value

__all__ = ["Row", "Tables", "Value"]
