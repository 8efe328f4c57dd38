from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "chuan.search"
    label = "search"
    verbose_name = "Tìm"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the table of words (back) after every migrate; offer the check of a stale index."""
        from chuan.offers.checks import register_projection
        from chuan.search.checks import stale
        from chuan.search.examining import offer_examination

        post_migrate.connect(_install, dispatch_uid="chuan.search.indexes")
        register_projection("chỉ mục tìm", stale)
        offer_examination()


def _install(using: str, **_: Any) -> None:
    from django.db import connections

    from chuan.search.indexes import index_of

    connection = connections[using]
    if "search_searchentry" in connection.introspection.table_names():
        index_of(connection).install()
