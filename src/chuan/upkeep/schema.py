"""The tables of the house: laid at once where there are none, brought up to date by migrations where there are some.

Some hundred migrations in a row take half a minute of full work and more, nearly all of it Django drawing up its models
again after each step. An empty database needs none of that: its tables are those of the models, which the migrations
end in (``make check`` and tests/upkeep/test_schema.py hold them to that).
"""

from __future__ import annotations

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def bring_up_to_date(*, on: BaseDatabaseWrapper = connection) -> None:
    """Lay or migrate what is missing; nothing where all is there. Raises ``OperationalError``."""
    if not on.introspection.table_names():
        lay(on=on)
        return
    executor = MigrationExecutor(on)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", database=on.alias, verbosity=0, interactive=False)


def lay(*, on: BaseDatabaseWrapper = connection) -> None:
    """Every table of an empty database as the models have it, all or none; every migration written as applied."""
    emit_pre_migrate_signal(verbosity=0, interactive=False, db=on.alias)
    with on.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(on):
                editor.create_model(model)
        editor.create_model(MigrationRecorder.Migration)
        _write_applied(on)
        # Triggers, the index of words and what else follows a migrate: in the same transaction, as no later start
        # would make up for a process that died in between.
        emit_post_migrate_signal(verbosity=0, interactive=False, db=on.alias)


def _write_applied(on: BaseDatabaseWrapper) -> None:
    made = MigrationRecorder.Migration
    names = MigrationLoader(None).disk_migrations
    made.objects.using(on.alias).bulk_create(made(app=app, name=name) for app, name in sorted(names))
