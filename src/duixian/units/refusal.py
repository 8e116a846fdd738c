"""A move that is refused, with a sentence that says what, why and what to do."""

from duixian.units.sentence import Sentence, Value


class Refused(Exception):  # noqa: N818 -- the field's word: a move is refused, nothing broke
    """Raised before anything is written. ``code`` is stable; ``sentence`` is for the person who tried."""

    def __init__(self, code: str, template: str, /, **values: Value) -> None:
        self.code = code
        self.sentence = Sentence(template, values)
        super().__init__(str(self.sentence))
