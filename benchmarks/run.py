"""Runs the benchmarks: ``python -m benchmarks.run [NAME …] [--repeat N]``.

To add one: a module here with ``TITLE`` and ``measure(repeat) -> list[Row]``, and its name in ``BENCHMARKS``.
"""

import argparse
from importlib import import_module

from benchmarks.timing import print_table

BENCHMARKS = ("reading", "lengths", "peers", "awards", "pages", "delivery")


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.run", description="Medians and ratios, one table a benchmark.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}; without any: all")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="rounds that count (default 5)")
    args = parser.parse_args()
    unknown = [name for name in args.names if name not in BENCHMARKS]
    if unknown or args.repeat < 1:
        parser.error(f"no benchmark called {', '.join(unknown)}" if unknown else "--repeat must be 1 or more")
    for name in args.names or BENCHMARKS:
        module = import_module(f"benchmarks.{name}")
        print_table(f"{name}: {module.TITLE} (median of {args.repeat})", module.measure(repeat=args.repeat))


if __name__ == "__main__":
    main()
