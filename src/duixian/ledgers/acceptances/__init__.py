"""The ledger of acceptances (验收销号): which targets somebody found fulfilled, and what was taken back."""
