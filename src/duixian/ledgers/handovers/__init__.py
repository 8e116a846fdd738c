"""The ledger of hand-overs: what lay on a post on the day another person took it."""
