"""Temporary: parts that are being built beside this one."""

# ruff: noqa
# mypy: ignore-errors
from __future__ import annotations
from dataclasses import dataclass
from datetime import datetime
from typing import Any
import uuid

try:
    from chuan.dossiers.dates import dates_of
except ImportError:

    def dates_of(dossier, *, at):
        return None


try:
    from chuan.dossiers.rebuilding import rebuild
except ImportError:

    def rebuild(unit, ids, *, why, at):
        return lambda: None
