"""Model to minutes, agenda and report files: the one canonical form. ``read(write(meeting)) == meeting``."""

from __future__ import annotations

from minutebook.agenda_model import Agenda
from minutebook.model import Meeting
from minutebook.report_model import Report
from minutebook.writing.agendas import write_agenda
from minutebook.writing.minutes import write_meeting
from minutebook.writing.reports import write_report


def write_record(record: Meeting | Agenda | Report) -> str:
    """The text of the minutes, agenda or report file that holds this."""
    match record:
        case Meeting():
            return write_meeting(record)
        case Agenda():
            return write_agenda(record)
        case Report():
            return write_report(record)


__all__ = ["write_agenda", "write_meeting", "write_record", "write_report"]
