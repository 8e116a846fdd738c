"""Law as code: an engine that knows no subject, and acts whose rules and dated values it works out. No Django."""
