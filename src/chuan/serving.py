"""``chuan serve``: database brought up to date, files laid out, then web and worker in one process."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

import chuan


class TriggersMissing(SystemExit):
    """The append-only triggers are gone and could not be put back: better not to start at all."""


def prepare() -> None:
    """Migrate when something is pending, lay out the static files of this version, check the triggers."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    _lay_out_static()
    _check_triggers()


def _lay_out_static() -> None:
    stamp = Path(settings.STATIC_ROOT) / ".version"
    newest = max(path.stat().st_mtime_ns for path in Path(chuan.__file__).parent.glob("ui/static/**/*"))
    wanted = f"{chuan.__version__} {newest}"
    if not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(wanted)


def _check_triggers() -> None:
    from chuan.trail.guarding import install, missing

    if missing():
        install()
    if gone := missing():
        raise TriggersMissing(f"Thiếu bộ chặn sửa nhật ký: {', '.join(gone)}. Chuẩn không khởi động để giữ an toàn.")


def serve(*, host: str, port: int, threads: int = 8) -> None:
    """Run until stopped. One web process (its threads share nothing but the database) with the worker inside."""
    from granian import Granian
    from granian.constants import Interfaces

    os.environ["CHUAN_WORKER"] = "1"
    connection.close()
    Granian(
        "chuan.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=1,
        blocking_threads=threads, websockets=False, log_access=False, respawn_failed_workers=True,
    ).serve()  # fmt: skip


def start_worker() -> threading.Thread:
    """Start the background worker in a thread of this process; it dies with it, its tasks wait in the database."""
    from django_tasks_db.management.commands.db_worker import Worker

    worker = Worker(
        queue_names=["*"], interval=2, batch=False, backend_name="default", startup_delay=True,
        max_tasks=None, worker_id="chuan-serve", excluded_queue_names=[],
    )  # fmt: skip
    thread = threading.Thread(target=worker.run, name="worker", daemon=True)
    thread.start()
    return thread
