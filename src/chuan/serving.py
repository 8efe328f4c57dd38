"""``chuan serve``: database brought up to date, files laid out, then web and worker in one process."""

from __future__ import annotations

import logging
import os
import socket
import sqlite3
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone

import chuan
from chuan.rules.refusals import Refused
from chuan.upkeep import locks, schema
from chuan.upkeep.house import standing_house
from chuan.upkeep.lan.authority import Certified

logger = logging.getLogger(__name__)

THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)
"""Requests answered at once; more than this only wait for each other on a ward's PC."""
ROUNDS_LOOK = 3
"""Seconds between two looks whether an examination is asked for."""
WORKER_WAITS = 5
"""Seconds before the background worker tries again after it broke down."""


class TriggersMissing(SystemExit):
    """The append-only triggers are gone and could not be put back: better not to start at all."""


@dataclass(kw_only=True, eq=False)
class DatabaseUnreachable(Refused):
    """The database does not answer at start."""

    what = "Không mở được cơ sở dữ liệu ({why})."
    do = "Kiểm lại DATABASE_URL (hoặc thư mục CHUAN_DATA) và máy chủ dữ liệu rồi chạy lại."
    why: str


@dataclass(kw_only=True, eq=False)
class AddressTaken(Refused):
    """Another program listens there already, or the address is not one of this machine's."""

    what = "Không mở được địa chỉ {host}, cổng {port} ({why})."
    do = "Nếu Chuẩn đang chạy rồi thì mở trang đó; nếu không, chọn cổng khác bằng --port."
    host: str
    port: str
    why: str


@dataclass(kw_only=True, eq=False)
class DataBeingRestored(Refused):
    """A restore is changing the data over."""

    what = "Dữ liệu đang được phục hồi từ bản sao lưu."
    do = "Đợi lệnh chuan restore xong rồi chạy lại."


def prepare() -> None:
    """Lay or migrate what tables are missing, lay out the static files of this version, check the triggers.

    Raises ``DatabaseUnreachable``.
    """
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    try:
        schema.bring_up_to_date()
    except OperationalError as error:
        raise DatabaseUnreachable(why=str(error).strip().splitlines()[0]) from error
    _lay_out_static()
    _check_triggers()


def _lay_out_static() -> None:
    """Copy every room's static files under their digests, when this version's are not there yet."""
    stamp = Path(settings.STATIC_ROOT) / ".version"
    ours = Path(chuan.__file__).parent.glob("*/static/**/*")
    newest = max(path.stat().st_mtime_ns for path in ours)
    wanted = f"{chuan.__version__} {newest}"
    if not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(wanted)


def _check_triggers() -> None:
    from chuan.trail.guarding import install, missing

    if missing():
        install()
    if gone := missing():
        raise TriggersMissing(
            f"Thiếu bộ chặn sửa nhật ký: {', '.join(gone)}. Chuẩn không khởi động để giữ an toàn."
        )


def serve(*, host: str, port: int, threads: int = THREADS, certified: Certified | None = None) -> None:
    """Run until stopped. One web process (its threads share nothing but the database) with the worker inside.

    ``certified``: the office's network is served encrypted, under this certificate. Raises ``AddressTaken``.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    require_free(host, port)
    held = _hold_data()
    os.environ["CHUAN_WORKER"] = "1"
    connection.close()
    Granian(
        "chuan.wsgi:application", address=host, port=port, interface=Interfaces.WSGI, workers=1,
        blocking_threads=threads, websockets=False, log_access=False, log_level=LogLevels.warning,
        respawn_failed_workers=True, ssl_cert=certified.certificate if certified else None,
        ssl_key=certified.key if certified else None,
    ).serve()  # fmt: skip
    held.close()


def _hold_data() -> IO[bytes]:
    """Servers may share the data; a restore must have them alone. Raises ``DataBeingRestored``."""
    held = locks.share(standing_house().lock)
    if held is None:
        raise DataBeingRestored()
    return held


def require_free(host: str, port: int) -> None:
    """Try the address as the server will, so that a taken one is a sentence and not a crash."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # elsewhere this option would let two programs share one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise AddressTaken(host=host, port=str(port), why=why) from error


def start_worker() -> threading.Thread:
    """Start the background worker in a thread of this process; it dies with it, its tasks wait in the database."""
    thread = threading.Thread(target=_keep_working, name="worker", daemon=True)
    thread.start()
    return thread


def start_watching(folder: Path) -> threading.Thread:
    """Receive the files that are laid into the folder, in a thread of this process."""
    thread = threading.Thread(target=_keep_watching, args=(folder,), name="watch", daemon=True)
    thread.start()
    return thread


def hold_open() -> sqlite3.Connection | None:
    """One connection of SQLite's own that stays for as long as the process: its side files stay too.

    With the last connection they go, and on a full disk nobody could open the database again, not even to read.
    None on PostgreSQL.
    """
    if connection.vendor != "sqlite":
        return None
    held = sqlite3.connect(str(settings.DATABASES["default"]["NAME"]), check_same_thread=False)
    held.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return held


def start_backups() -> threading.Thread:
    """Make the daily backup and the morning's brief when their hour has come, and tell what is due, in a thread of
    this process."""
    thread = threading.Thread(target=_keep_backing_up, name="backups", daemon=True)
    thread.start()
    return thread


def _keep_backing_up() -> None:
    """Look at the clock for ever; what goes wrong is on the backup's row, and the next look comes anyway."""
    from chuan.briefing import running as briefing
    from chuan.clocks.notices import running as notices
    from chuan.conformity import nights
    from chuan.documents import own_letters_running as letters
    from chuan.upkeep import scheduling

    time.sleep(scheduling.FIRST)
    while True:
        try:
            briefing.make_due(at=timezone.now())
        except Exception:
            logger.exception("briefs could not be looked after; it is tried again")
        try:
            notices.look(at=timezone.now())
        except Exception:
            logger.exception("notices could not be looked after; it is tried again")
        try:
            letters.look(clock=timezone.now)
        except Exception:
            logger.exception("letters could not be looked after; it is tried again")
        try:
            scheduling.tick(timezone.now())
        except Exception:
            logger.exception("the daily backup could not be looked after; it is tried again")
        try:
            nights.tick(timezone.now())
        except Exception:
            logger.exception("the nightly self-check could not be looked after; it is tried again")
        close_old_connections()
        time.sleep(scheduling.EVERY)


def start_rounds() -> threading.Thread:
    """Have the house examined every day, in a thread of this process."""
    thread = threading.Thread(target=_keep_examining, name="rounds", daemon=True)
    thread.start()
    return thread


def _keep_examining() -> None:
    """Look every few seconds whether an examination is due or asked for; its own faults are findings."""
    from chuan.upkeep import rounds

    began = timezone.now()
    while True:
        try:
            rounds.turn(at=timezone.now(), began=began)
        except Exception:
            logger.exception("a round of examinations broke down")
        close_old_connections()
        time.sleep(ROUNDS_LOOK)


def start_sweeping() -> threading.Thread:
    """Destroy scans of letters whose hours are over, judge petitions by acts that came into force, count a month's
    sign-ins where a rule asks for it: now and every few minutes, in a thread of this process."""
    thread = threading.Thread(target=_keep_sweeping, name="sweep", daemon=True)
    thread.start()
    return thread


def _keep_sweeping() -> None:
    """Sweep for ever, and judge by acts that came into force meanwhile; a database that is away is waited for."""
    from chuan.petitions import coming_in
    from chuan.petitions.redacting import sweeping
    from chuan.workforce.actions import own_use

    while True:
        try:
            sweeping.sweep(at=timezone.now())
        except Exception:
            logger.exception("scans of letters could not be swept; it is tried again")
        try:
            coming_in.judge_anew(at=timezone.now())
        except Exception:
            logger.exception(
                "petitions could not be judged by an act that came into force; it is tried again"
            )
        try:
            own_use.count_due(at=timezone.now())
        except Exception:
            logger.exception("a month's sign-ins could not be counted; it is tried again")
        close_old_connections()
        time.sleep(sweeping.EVERY)


def _keep_watching(folder: Path) -> None:
    """Look into the folder for ever: one that is away for a while (a stick, a share) is waited for."""
    from chuan.intake.watching import EVERY, Watch

    watch, told = Watch(folder), False
    while True:
        try:
            watch.sweep(at=timezone.now())
            told = False
        except Exception:
            if not told:
                logger.exception("watched folder %s cannot be looked into; it is tried again", folder)
            told = True
        close_old_connections()
        time.sleep(EVERY)


def _keep_working() -> None:
    """Run the worker for ever: a database that was away for a minute must not end all background work."""
    from chuan.documents.batch_running import pick_up_stale as pick_up_folders
    from chuan.documents.scan_running import pick_up_stale as pick_up_scans
    from chuan.intake.running import pick_up_stale
    from chuan.upkeep.worker import for_serving

    while True:
        try:
            pick_up_stale(timezone.now())
            pick_up_folders(timezone.now())
            pick_up_scans(timezone.now())
        except Exception:
            logger.exception("imports that stopped half way could not be taken up")
        try:
            for_serving().run()
        except Exception:
            logger.exception("background worker broke down; it starts again in %s s", WORKER_WAITS)
        close_old_connections()
        time.sleep(WORKER_WAITS)
