"""Every change of a round: opened, spoken of, decided, drafted, read back as a plan."""

from chuan.objectives.rounds.actions.deciding import decide, keep_the_rest
from chuan.objectives.rounds.actions.drafting import draft, reopen
from chuan.objectives.rounds.actions.opening import call_off, move_closing, open_round
from chuan.objectives.rounds.actions.reading import read_as_plan
from chuan.objectives.rounds.actions.saying import Proposal, add_line, keep_all_mine, say

__all__ = [
    "Proposal",
    "add_line",
    "call_off",
    "decide",
    "draft",
    "keep_all_mine",
    "keep_the_rest",
    "move_closing",
    "open_round",
    "read_as_plan",
    "reopen",
    "say",
]
