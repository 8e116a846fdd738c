"""A progress bar for work that turns out to be long."""

import time

from rich.console import Console
from rich.progress import Progress, TaskID

_LONG_SECONDS = 2


class LateBar:
    """Shows on standard error how far the work has come, once it has taken more than two seconds."""

    def __init__(self, words: str) -> None:
        self.words, self.begun = words, time.monotonic()
        self.progress = Progress(console=Console(stderr=True), transient=True)
        self.task: TaskID | None = None

    def __call__(self, done: int, of: int) -> None:
        """``done`` of ``of``; the last call takes the bar away."""
        if self.task is None and time.monotonic() - self.begun > _LONG_SECONDS:
            self.task = self.progress.add_task(self.words, total=of)
            self.progress.start()
        if self.task is not None:
            self.progress.update(self.task, completed=done, total=of)
            if done >= of:
                self.progress.stop()
