"""Who may do what, and the actions themselves: one verb a file."""
