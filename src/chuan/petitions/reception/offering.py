"""What this part offers to the house: its kinds, its card on a petition's page, its alarms."""

from __future__ import annotations

from chuan.offers import alarms, checks
from chuan.petitions.reception import days, papers
from chuan.petitions.reception.alarms import rings
from chuan.petitions.reception.own_checks import names_agree
from chuan.petitions.reception.part import ReceptionPart
from chuan.petitions.showing import parts


def offer() -> None:
    """Called when the programme starts."""
    days.register()
    papers.offer()
    parts.offer("reception", ReceptionPart())
    alarms.offer(rings)
    checks.register_projection("petitions.reception", names_agree)
