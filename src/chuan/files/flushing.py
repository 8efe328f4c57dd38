"""Making a name survive a power cut: a file that is flushed may still be lost with the folder that names it."""

from __future__ import annotations

import os
from pathlib import Path


def flush_folder(folder: Path) -> None:
    """Make new names in the folder survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # shares that know no such thing
        pass
    finally:
        os.close(handle)
