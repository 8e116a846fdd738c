"""What happened: append-only rows, each naming who, when and why."""
