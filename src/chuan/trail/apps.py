from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TrailConfig(AppConfig):
    name = "chuan.trail"
    label = "trail"
    verbose_name = "Nhật ký"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the append-only triggers (back) after every migrate; the last app's turn finds all tables."""
        post_migrate.connect(_install, dispatch_uid="chuan.trail.guarding")


def _install(using: str, **_: Any) -> None:
    from django.db import connections

    from chuan.trail.guarding import install

    install(on=connections[using])
