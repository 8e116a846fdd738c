"""The progress ledger: what was reported done, by when, for a target or its share in a place."""
