"""Minutebook turns the minutes of a council into open data, pages and feeds."""

__version__ = "0.1.0"
