"""What this room offers to the house: search, handing over, merging, first steps, calendars, the doctor, its door."""

from __future__ import annotations

from chuan.offers import calendars, checks
from chuan.people.doors import offer_count
from chuan.petitions import (
    doors,
    faults,
    first_steps,
    handing,
    harms,
    holdings,
    late_deeds,
    own_checks,
    packing,
    projecting,
    review_said,
    room,
    searching,
    settings_offered,
    subjects,
    succession,
)
from chuan.petitions.showing import facts


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    calendars.recompute_with(projecting.recompute)
    calendars.would_move_with(projecting.would_move)
    checks.register_projection("petitions.standing", own_checks.standing_agrees)
    room.offer()
    subjects.register()
    searching.offer()
    handing.offer()
    holdings.offer()
    late_deeds.offer()
    faults.offer()
    review_said.offer()
    packing.offer()
    succession.offer()
    harms.offer()
    first_steps.offer_first_steps()
    settings_offered.offer()
    facts.offer()
    offer_count(doors.ADDRESS, doors.waits_for)
