"""Emulation titles: who may be proposed and why not, teams, councils, shares with their denominators."""

from chuan.rules.titles.council import Ballots, VoteVerdict, council_vote, has_own_ballot
from chuan.rules.titles.facts import TITLE_NAMES, Eligibility, Judged, Met, PersonFacts, TeamFacts, Title
from chuan.rules.titles.persons import eligible, eligible_under, more_favourable
from chuan.rules.titles.shares import (
    HONEST,
    AdvancedShare,
    FighterShare,
    InPost,
    Missing,
    fighters_allowed,
    share_of_advanced,
)
from chuan.rules.titles.teams import collective, collective_under

__all__ = [
    "HONEST", "TITLE_NAMES", "AdvancedShare", "Ballots", "Eligibility", "FighterShare", "InPost", "Judged", "Met",
    "Missing", "PersonFacts", "TeamFacts", "Title", "VoteVerdict", "collective", "collective_under", "council_vote",
    "eligible", "eligible_under", "fighters_allowed", "has_own_ballot", "more_favourable", "share_of_advanced",
]  # fmt: skip
