"""What is agreed: sources, commitments, targets, places, bodies, accounts."""
