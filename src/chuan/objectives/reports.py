"""Figures across tables for pages and papers.

The frozen shapes stand in ``pictures`` and are offered from here too: ``YearPicture``,
``Promise``, ``TargetLine``, ``Point``, ``TargetPicture``, ``MonthFigure``, ``YearLine``,
``Passport``. The functions: ``year_picture(plan, *, on)``, ``target_picture(target, *, on)``,
``passport(measurement)``. Each asks the database a constant number of times.
"""

from __future__ import annotations

from chuan.objectives.passports import passport
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
from chuan.objectives.targets_read import target_picture
from chuan.objectives.years_read import plan_for, year_picture

__all__ = [
    "MonthFigure",
    "Passport",
    "Point",
    "Promise",
    "TargetLine",
    "TargetPicture",
    "YearLine",
    "YearPicture",
    "passport",
    "plan_for",
    "target_picture",
    "year_picture",
]
