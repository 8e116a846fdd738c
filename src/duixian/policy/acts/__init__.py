"""Acts, one folder each: dated values in ``act.yaml``, one article or tight group of articles a rule file."""
