"""The web application. With CHUAN_WORKER=1 the background worker runs beside it, in the same process."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
gc.collect()
gc.freeze()  # what is loaded now stays: no request waits until all of it is looked through for garbage

if os.environ.get("CHUAN_WORKER") == "1":
    from django.conf import settings

    from chuan.serving import (
        hold_open,
        start_backups,
        start_rounds,
        start_sweeping,
        start_watching,
        start_worker,
    )
    from chuan.upkeep import locks
    from chuan.upkeep.house import standing_house

    held = locks.share(standing_house().lock)  # also when the process above dies first
    held_open = hold_open()
    start_worker()
    start_rounds()
    start_backups()
    start_sweeping()
    if settings.WATCH_DIR is not None:
        start_watching(settings.WATCH_DIR)
