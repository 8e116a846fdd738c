"""The complaint ledger: what people say about what they are asked, and what was answered."""
