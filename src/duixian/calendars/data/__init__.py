"""Dated data of the calendars: what each region publishes, a file a region."""
