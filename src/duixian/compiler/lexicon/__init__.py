"""Words the passes know: data only."""
