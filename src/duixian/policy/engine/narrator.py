"""Writes the words of a trace, or nothing where traces are off."""

from dataclasses import dataclass

from duixian.units import Sentence
from duixian.units.sentence import Value


@dataclass(frozen=True, slots=True)
class Narrator:
    """Rules hand every template to a narrator, so that a decision without traces costs no words."""

    on: bool

    def say(self, template: str, /, **values: Value) -> Sentence | None:
        """The template with its values; None where traces are off."""
        return Sentence(template, values) if self.on else None
