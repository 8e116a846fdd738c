"""Fuzzes the reader under coverage guidance: ``python -m tests.fuzz [read|open|file] [--seconds N] [--into FOLDER]``.

What it finds lies in the folder: ``find-…`` is the shortest input for each place that fails, ``why-…`` what happened,
``timeout-…`` an input that took too long. A find becomes a plain test in
``tests/compiler/test_texts_found_by_fuzzing.py`` or ``tests/texts/``. Not part of ``make test``: it needs atheris.
"""

import argparse
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from benchmarks.environment import HOME, python_of

from duixian.compiler import lexicon

HERE = Path(__file__).resolve().parent
_LONGEST_WORD_BYTES = 60
_INPUT_BYTES = {"read": 4_000, "open": 20_000, "file": 20_000}
# A text this short reads in milliseconds; a second means that a pattern tries too much.
_SECONDS_AN_INPUT = 10


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="tests.fuzz", description="A coverage-guided run over one door of the reader."
    )
    parser.add_argument("target", nargs="?", choices=tuple(_INPUT_BYTES), default="read")
    parser.add_argument("--seconds", type=int, default=600, metavar="N", help="how long (default 600)")
    parser.add_argument("--into", type=Path, default=HOME / ".venv" / "scratch" / "fuzz", metavar="FOLDER")
    args = parser.parse_args()
    folder = args.into / args.target
    corpus, words = folder / "corpus", folder / "words.dict"
    corpus.mkdir(parents=True, exist_ok=True)
    for name, data in _beginnings(args.target):
        (corpus / name).write_bytes(data)
    words.write_text("".join(_dictionary()), encoding="ascii")
    options = {
        "max_total_time": args.seconds,
        "timeout": _SECONDS_AN_INPUT,
        "max_len": _INPUT_BYTES[args.target],
        "dict": words,
        "artifact_prefix": f"{folder}/",
        "print_final_stats": 1,
    }
    asked = [f"-{key}={value}" for key, value in options.items()]
    command = [python_of("fuzz"), HERE / "target.py", args.target, folder, *asked, corpus]
    code = subprocess.run(list(map(str, command)), check=False).returncode
    finds = sorted(folder.glob("find-*"))
    sys.stdout.write("\n".join(map(str, finds)) + f"\n{len(finds)} places fail.\n")
    return code or int(bool(finds))


def _beginnings(target: str) -> Iterator[tuple[str, bytes]]:
    """What the run starts from: our own examples, cut into pieces that fit, and a small file of every kind."""
    for path in sorted((HOME / "examples").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for at in range(0, len(text), 600):
            yield f"{path.stem}-{at}", text[at : at + 900].encode()
    if target != "read":
        sys.path.insert(0, str(HERE.parent / "texts"))
        making = import_module("making")
        lines = ["岚州2031年民生实事工作方案", "一、新建助餐点46个。", "（州民政局负责，完成时限：2031年10月31日）"]
        for kind in ("docx", "pdf", "ofd"):
            yield kind, getattr(making, kind)(lines)
        yield "html", f"<html><body><p>{'</p><p>'.join(lines)}</p></body></html>".encode()
        for encoding in ("gb18030", "utf-16", "big5"):
            yield encoding, "\n".join(lines).encode(encoding, "ignore")


def _dictionary() -> Iterator[str]:
    """Every plain word of the lexicon, in libFuzzer's notation."""
    found = {word for module in pkgutil.iter_modules(lexicon.__path__) for word in _words_of(module.name)}
    for number, word in enumerate(sorted(found)):
        data = word.encode()
        if len(data) <= _LONGEST_WORD_BYTES:
            yield f'w{number}="{_escaped(data)}"\n'


def _escaped(data: bytes) -> str:
    return "".join(f"\\x{byte:02X}" for byte in data)


def _words_of(name: str) -> Iterator[str]:
    for value in vars(import_module(f"{lexicon.__name__}.{name}")).values():
        if isinstance(value, tuple | list | dict | set | frozenset):
            yield from (word for word in value if isinstance(word, str) and word)


if __name__ == "__main__":
    sys.exit(main())
