"""Pages for everyone: what was promised and what was kept."""
