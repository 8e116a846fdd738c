"""The award ledger: each claim with its decision, every step it took, the money that went out or came back."""
