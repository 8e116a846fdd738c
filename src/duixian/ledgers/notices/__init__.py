"""The ledger of notices: what somebody was told, when, and in which digest it went out."""
