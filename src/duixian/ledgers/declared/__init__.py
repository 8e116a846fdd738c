"""Ledgers that are declared, not programmed (台账): a file says what a row is, and the rest follows from it."""
