"""The texts that reading is measured on: real documents where they lie beside the repository, else our own examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from duixian.texts import open_file

HOME = Path(__file__).resolve().parent.parent
_FOLDERS = (HOME.parent / "shared" / "seeds", HOME / "examples")


@dataclass(frozen=True, slots=True)
class Texts:
    """Decoded texts by file name without ending, and the folder they are from."""

    folder: str
    by_name: dict[str, str]
    gold: Path | None

    @property
    def characters(self) -> int:
        """Of all texts together."""
        return sum(map(len, self.by_name.values()))

    def of_length(self, limit_bytes: int) -> str:
        """Their lines over and over, up to so many bytes of UTF-8."""
        return "".join(self._until(limit_bytes))

    def _until(self, limit_bytes: int) -> Iterator[str]:
        size = 0
        for line in cycle([line for text in self.by_name.values() for line in text.splitlines(keepends=True)]):
            size += len(line.encode())
            if size > limit_bytes:
                return
            yield line


def load_texts() -> Texts:
    """The first folder that has any. ``gold`` is the folder of right answers beside the texts, where there is one."""
    for folder in _FOLDERS:
        paths = sorted(folder.glob("*.txt"))
        if paths:
            gold = folder.parent / "gold"
            by_name = {path.stem: open_file(path).text for path in paths}
            return Texts(folder.name, by_name, gold if gold.is_dir() else None)
    raise SystemExit(f"no .txt in {' or '.join(map(str, _FOLDERS))}")
