"""The ledger of supervision orders (督办单): each order, every move with it, and the one state kept beside it."""
