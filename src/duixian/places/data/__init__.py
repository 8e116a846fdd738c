"""Data only: one CSV file a region, in the columns that duixian.places.file reads."""
