"""Reads what a government promises for the year, follows each promise to the day, and shows what was kept."""

__version__ = "0.1.0"
