"""Plain benchmarks: ``python -m benchmarks.run``."""
