"""The web application. With CHUAN_WORKER=1 the background worker runs beside it, in the same process."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

if os.environ.get("CHUAN_WORKER") == "1":
    from django.conf import settings

    from chuan.serving import start_watching, start_worker

    start_worker()
    if settings.WATCH_DIR is not None:
        start_watching(settings.WATCH_DIR)
