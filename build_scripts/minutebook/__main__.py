"""``python -m minutebook``."""

from minutebook.cli import run

run()
