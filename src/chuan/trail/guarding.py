"""Triggers that refuse UPDATE, DELETE and TRUNCATE on append-only tables, on both databases.

Installed after every migrate: a SQLite ``AlterField`` rebuilds the table and silently drops them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = (
    "trail_entry", "trail_anchor", "objectives_measurement", "intake_outsiderow", "dossiers_caseevent",
    "objectives_figureset", "objectives_roundsaying", "objectives_kepttrial", "objectives_trialstep",
    "objectives_targetpath",
    "objectives_basis", "objectives_basismatch", "objectives_basissaying",
    "clocks_calendarday", "clocks_calendaryear", "clocks_noticechoice", "documents_draftversion", "documents_step",
    "documents_signaturecheck", "documents_signature", "documents_deliverystep", "documents_acknowledgement",
    "petitions_petitionevent", "petitions_sealopening", "petitions_nametyped", "petitions_receptionchange",
    "petitions_lawsnapshot", "workforce_assessmentevent", "audits_answer",
    "risks_riskscore", "risks_climateanswer",
    "processes_providerevaluation",
    "workforce_ownmonth", "workforce_ownuse", "corrections_nonconformityevent",
    "reviews_collection", "reviews_reviewline", "reviews_minutes", "reviews_attendance", "reviews_seal",
    "reviews_reviewevent",
    "conformity_clausenote", "conformity_checkrun", "conformity_checkfound", "conformity_dutydone",
    "conformity_confirmation", "conformity_declaration", "conformity_inspectionfinding", "conformity_notice",
    "briefing_brief", "briefing_briefline", "briefing_foreseen", "briefing_explanation",
    "people_roomswitch",
)  # fmt: skip

_PG_FUNCTION = """
CREATE OR REPLACE FUNCTION chuan_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'append-only table %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

_PG_THERE = """
SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE NOT tgisinternal AND tgenabled <> 'D' AND relnamespace = current_schema()::regnamespace
"""
"""Of the tables in use: what a restore set aside keeps its triggers under the same names in a schema of its own."""


def install(*, on: BaseDatabaseWrapper = connection, **_: Any) -> None:
    """Create the triggers on every append-only table that exists; running it twice changes nothing."""
    tables = set(on.introspection.table_names())
    with on.cursor() as cursor:
        if on.vendor == "postgresql":
            cursor.execute(_PG_FUNCTION)
        for table in APPEND_ONLY:
            if table in tables:
                for statement in _statements(on.vendor, table):
                    cursor.execute(statement)


def missing(*, on: BaseDatabaseWrapper = connection) -> list[str]:
    """Names of triggers that ought to be there and are not."""
    with on.cursor() as cursor:
        if on.vendor == "postgresql":
            cursor.execute(_PG_THERE)
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        there = {row[0] for row in cursor.fetchall()}
    return sorted(name for table in APPEND_ONLY for name in _names(on.vendor, table) if name not in there)


@contextmanager
def lift(*, on: BaseDatabaseWrapper = connection) -> Iterator[None]:
    """Take the triggers off for a block. Only for tearing down test databases."""
    with on.cursor() as cursor:
        for table in APPEND_ONLY:
            for name in _names(on.vendor, table):
                where = f" ON {table}" if on.vendor == "postgresql" else ""
                # nosemgrep: text-made-sql - own constants
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{where}")
    try:
        yield
    finally:
        install(on=on)


def _names(vendor: str, table: str) -> list[str]:
    verbs = ["update", "delete"] + (["truncate"] if vendor == "postgresql" else [])
    return [f"{table}_no_{verb}" for verb in verbs]


def _statements(vendor: str, table: str) -> list[str]:
    if vendor == "postgresql":
        rows = f"BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION chuan_append_only()"
        return [
            f"CREATE OR REPLACE TRIGGER {table}_no_update {rows}",
            f"CREATE OR REPLACE TRIGGER {table}_no_delete {rows}",
            f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION chuan_append_only()",
        ]
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'append-only table {table}'); END"
        for verb in ("update", "delete")
    ]
