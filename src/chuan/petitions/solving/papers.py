"""Papers of the solving, offered beside those of receiving and sorting (``papers.catalogue``)."""

from __future__ import annotations

from chuan.petitions.papers import solving_decisions as decisions
from chuan.petitions.papers import solving_work as work
from chuan.petitions.papers.catalogue import PAPERS, Offered
from chuan.rules.petitions import Kind

_COMPLAINT = frozenset({Kind.COMPLAINT})
_DENUNCIATION = frozenset({Kind.DENUNCIATION})
_BOTH = _COMPLAINT | _DENUNCIATION
_FEEDBACK = frozenset({Kind.FEEDBACK, Kind.SUGGESTION})

OURS: dict[str, Offered] = {
    "verify": Offered(_BOTH, ("assign",), decisions.verify),
    "verify_plan": Offered(_BOTH, ("assign", "plan"), work.plan),
    "determine": Offered(_BOTH, ("prolong", "determine"), work.determine),
    "prolong_complaint": Offered(_COMPLAINT, ("prolong",), decisions.prolong),
    "prolong_denunciation": Offered(_DENUNCIATION, ("prolong",), decisions.prolong),
    "talk_notice": Offered(_COMPLAINT, ("talk", "talk_notice"), work.talk_notice),
    "talk_minutes": Offered(_COMPLAINT, ("talk",), work.talk_minutes),
    "suspend": Offered(_COMPLAINT, ("suspend",), decisions.suspend),
    "suspend_denunciation": Offered(_DENUNCIATION, ("suspend",), decisions.suspend),
    "resume": Offered(_COMPLAINT, ("resume",), decisions.resume),
    "resume_denunciation": Offered(_DENUNCIATION, ("resume",), decisions.resume),
    "stop": Offered(_COMPLAINT, ("stop",), decisions.stop),
    "stop_denunciation": Offered(_DENUNCIATION, ("stop",), decisions.stop),
    "decide": Offered(_COMPLAINT, ("decide",), decisions.decide),
    "conclude": Offered(_DENUNCIATION, ("conclude",), work.conclude),
    "answer": Offered(_FEEDBACK, ("answer",), work.answer),
}


def register() -> None:
    """Add them after the papers that come before; called when the programme starts."""
    PAPERS.update(OURS)
