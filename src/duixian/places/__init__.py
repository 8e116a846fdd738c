"""Administrative divisions with codes, names, parents and the days they are in force."""

from duixian.places.book import PlaceBook
from duixian.places.file import PlaceFileError, load_places
from duixian.places.place import Level, Place

__all__ = ["Level", "Place", "PlaceBook", "PlaceFileError", "load_places"]
