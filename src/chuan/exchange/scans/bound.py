"""``python -m chuan.exchange.scans.bound SECONDS BYTES PROGRAMME …``: the programme, bounded as its process begins."""

from __future__ import annotations

import os
import sys

_MEMORY = 2 << 30


def main(seconds: int, most: int, command: list[str]) -> None:
    """Bound memory, processor time and written files (``most`` bytes each), then become the programme."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(command[0], command)  # noqa: S606 - no shell; the programme's own path


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
