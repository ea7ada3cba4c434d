"""What a run shows while it works: on a terminal one live line, elsewhere one line a finished step."""

from time import perf_counter
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.status import Status

_STARTED = "STEP_START"
_ENDED = frozenset({"STEP_SUCCESS", "STEP_FAILURE", "STEP_SKIPPED"})


class Progress:
    """Follows the steps of one run on standard error."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._status = Status("", console=self._console)
        self._since: dict[str, float] = {}

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._status.stop()

    def say(self, text: str) -> None:
        """What is being done now."""
        self._status.update(text)

    def on_event(self, event: str, step: str) -> None:
        """A step started or ended."""
        name = step.replace("_", " ")
        if event == _STARTED:
            self._since[step] = perf_counter()
            self.say(f"{name} ...")
        elif event in _ENDED:
            seconds = perf_counter() - self._since.get(step, perf_counter())
            mark = {"STEP_SUCCESS": "done", "STEP_FAILURE": "FAILED", "STEP_SKIPPED": "skipped"}[event]
            self._console.print(f"  {name:<26} {mark:<8} {seconds:6.1f} s", style=None if mark == "done" else "red")
