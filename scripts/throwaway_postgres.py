"""A PostgreSQL cluster that lives as long as a ``with`` block, on a private port, stopped by its own folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

QUICK = "-c fsync=off -c full_page_writes=off -c jit=off -c autovacuum=off -c checkpoint_timeout=1h -c max_wal_size=4GB"
"""What lives for one run need not outlive a power cut, nor be tidied up.

``synchronous_commit`` stays: the doctor's tests look at it.
"""


class PostgresUnavailable(Exception):
    """No PostgreSQL server can be started here; the text says why."""


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Start a cluster and yield its DATABASE_URL. Raises ``PostgresUnavailable``."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="chuan-pg-"))
    try:
        _own(folder)
        port = _free_port()
        _run(
            programs / "initdb",
            "-D",
            folder / "data",
            "-U",
            "chuan",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {QUICK}"
        _run(programs / "pg_ctl", "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql://chuan@127.0.0.1:{port}/postgres"
        finally:
            _run(programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    if found:
        return found[-1]
    if (initdb := shutil.which("initdb")) is not None:
        return Path(initdb).resolve().parent
    raise PostgresUnavailable("không có máy chủ PostgreSQL ở máy này")


def _own(folder: Path) -> None:
    """The server refuses to run as root: the cluster belongs to the postgres system user then."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")


def _run(program: Path, *arguments: object) -> None:
    command = [str(program), *map(str, arguments)]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command = ["su", "postgres", "-s", "/bin/sh", "-c", " ".join(f"'{part}'" for part in command)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise PostgresUnavailable(f"{program.name}: {done.stderr.strip()[-300:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
