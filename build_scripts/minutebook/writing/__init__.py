"""Model to minutes and agenda files: the one canonical form. ``read(write(meeting)) == meeting``."""

from minutebook.writing.agendas import write_agenda
from minutebook.writing.minutes import write_meeting

__all__ = ["write_agenda", "write_meeting"]
