"""Model to minutes, agenda and report files: the one canonical form. ``read(write(meeting)) == meeting``."""

from minutebook.writing.agendas import write_agenda
from minutebook.writing.minutes import write_meeting
from minutebook.writing.reports import write_report

__all__ = ["write_agenda", "write_meeting", "write_report"]
