"""Model to minutes file: the one canonical form. ``read(write(meeting)) == meeting``."""

from minutebook.writing.minutes import write_meeting

__all__ = ["write_meeting"]
