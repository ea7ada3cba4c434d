"""Every error Rolecall raises on purpose. Library errors become one of these at the border where they are understood.

RolecallError
├── UsageError          the person can fix the call: exit status 2
│   └── RegistryError   a registry line that cannot be used; names file and line
├── WorkFailed          the call was right, the work was not done: exit status 1
│   ├── StorageError    a folder or file that is missing, read-only, locked or damaged
│   │   ├── NothingPublished    no publication is there yet
│   │   ├── OtherContract       a publication is there, of another version than can be read
│   │   └── StorageBusy a file that another process holds just now: the one failure that passes by itself
│   └── PublicationRefused  a check said that publishing would harm; the last publication stays
└── PayloadError        one payload that cannot be read: becomes a reject with its reason, never stops a run
"""


class RolecallError(Exception):
    """Base of all errors below; its text is one sentence saying what to do."""


class UsageError(RolecallError):
    """The command was called wrongly."""


class RegistryError(UsageError):
    """A line of a registry cannot be used."""


class WorkFailed(RolecallError):
    """The work itself failed."""


class StorageError(WorkFailed):
    """A place on disk is missing, read-only, locked or damaged."""


class NothingPublished(StorageError):
    """Nothing is published yet."""


class OtherContract(StorageError):
    """What is published follows another contract, or an older state of this one."""


class StorageBusy(StorageError):
    """A file that another process holds: worth another try."""


class PublicationRefused(WorkFailed):
    """Publishing would have replaced a good file by a harmful one. `check` is the check that said so."""

    def __init__(self, check: str, problem: str) -> None:
        super().__init__(f"Check {check} refused this publication: {problem}.")
        self.check = check
        self.problem = problem


class PayloadError(RolecallError):
    """A payload that cannot be read.

    `reason` is one of `warehouse.vocabulary.RejectReason`; `detail` says what was seen.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def first_line(error: Exception) -> str:
    """An error's first line, without the library's prefix."""
    return str(error).splitlines()[0].removeprefix("IO Error: ").rstrip(".")
