"""Settings, URLs and system checks: the only room that knows them all."""
