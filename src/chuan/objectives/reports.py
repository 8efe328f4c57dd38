"""Figures across tables for pages and papers.

The frozen shapes stand in ``pictures`` and are offered from here too: ``YearPicture``,
``Promise``, ``TargetLine``, ``Point``, ``TargetPicture``, ``MonthFigure``, ``YearLine``,
``Passport``. The functions: ``year_picture(plan, *, on)``, ``target_picture(target, *, on)``,
``passport(measurement)``.
"""

from __future__ import annotations

from chuan.objectives.pictures import (
    MonthFigure,
    Passport,
    Point,
    Promise,
    TargetLine,
    TargetPicture,
    YearLine,
    YearPicture,
)

__all__ = [
    "MonthFigure",
    "Passport",
    "Point",
    "Promise",
    "TargetLine",
    "TargetPicture",
    "YearLine",
    "YearPicture",
]
