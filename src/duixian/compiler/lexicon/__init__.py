"""Words the passes know: data only."""


def words(text: str) -> tuple[str, ...]:
    """The words of a list that is written as running text, blanks between them."""
    return tuple(text.split())
