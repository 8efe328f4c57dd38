"""Files on their way out of this room: see ``chuan.ui.files``."""

from __future__ import annotations

from chuan.ui.files import XLSX, attachment

__all__ = ["XLSX", "attachment"]
