"""The licences under which councils publish, as pages name them."""

from __future__ import annotations

from minutebook.licences import LICENCES, Licence

__all__ = ["LICENCES", "Licence"]
