"""The same reports and actions for programs: JSON under /api/, described by OpenAPI. No rule and no arithmetic here."""
