"""Lights kept ready, so that a page costs the same however long the history is: a copy, never the truth."""
