"""Files of ours that are replaced whole: a reader, or a writer that is killed, meets the old one or the new one."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place in one step. Raises OSError where it cannot, and then nothing has changed."""
    draft = path.with_name(f"{path.name}-{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
