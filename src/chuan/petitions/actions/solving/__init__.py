"""Every act from the assignment of a case to its end, one function a verb."""

from chuan.petitions.actions.solving.assigning import assign
from chuan.petitions.actions.solving.concluding import answer, conclude, publish, rate, supply
from chuan.petitions.actions.solving.executing import complete, execute, finish
from chuan.petitions.actions.solving.lengthening import determine, prolong
from chuan.petitions.actions.solving.pausing import resume, send, stop, suspend, withdraw, withdraw_part
from chuan.petitions.actions.solving.talking import talk, talk_notice
from chuan.petitions.actions.solving.working import evidence, minutes, plan

__all__ = [
    "answer", "assign", "complete", "conclude", "determine", "evidence", "execute", "finish", "minutes", "plan",
    "prolong", "publish", "rate", "resume", "send", "stop", "supply", "suspend", "talk", "talk_notice", "withdraw",
    "withdraw_part",
]  # fmt: skip
