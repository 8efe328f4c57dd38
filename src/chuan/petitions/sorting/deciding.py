"""The guided decision of one petition: questions answered so far, and what they lead to in acts of the room."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as later

from chuan.law.petition_competence import competence_guide
from chuan.petitions.models import Petition
from chuan.petitions.refusals_sorting import SortedAlready
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.petitions import Answer, Decided, Kind, Outcome, Question
from chuan.rules.types import Sure

WHERE: Mapping[str, str | Promise] = {
    "competent_body": later("cơ quan có thẩm quyền"),
    "conciliation": later("Hội đồng hòa giải tranh chấp đất đai của Ủy ban nhân dân"),
    "police": later("cơ quan Công an"),
    "party_body": later("tổ chức đảng có thẩm quyền"),
    "district": later("Chủ tịch Ủy ban nhân dân cấp huyện"),
    "province": later("Chủ tịch Ủy ban nhân dân tỉnh"),
}
"""Bodies that a letter goes or is shown to, as an answer names them (``rules.petitions.Answer.where``)."""

_OURS = frozenset({("complaint.about", "own"), ("denunciation.party", "duty"), ("feedback.whose", "own")})
_NOT_OURS = frozenset({("denunciation.against", "other"), ("complaint.stage", "decided")})

_VERBS: Mapping[Outcome, str] = {
    Outcome.ACCEPT: "accept",
    Outcome.FORWARD: "forward",
    Outcome.GUIDE: "guide",
    Outcome.RETURN: "return",
    Outcome.KEEP: "keep",
}


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer. ``back``: the address part that asks it again, the answers before it kept."""

    question: Question
    answer: Answer
    back: str

    @property
    def source(self) -> str:
        """Act and article."""
        return cited(self.answer)

    @property
    def unverified(self) -> bool:
        """Whether nobody has read the article."""
        return self.answer.sure is Sure.UNVERIFIED


@dataclass(frozen=True, slots=True)
class Guided:
    """Where the guided decision stands: the next question, or what was decided."""

    on: date
    given: Mapping[str, str]
    answered: Sequence[Answered]
    question: Question | None
    decided: Decided | None


def guided(kind: str, given: Mapping[str, str], on: date) -> Guided:
    """The walk by the questions of a day; answers off the way are left aside.

    Raises `MixedNotSplit` for a mixed letter, `CompetenceAnswerUnknown` for an answer that is not offered.
    """
    guide = competence_guide(on)
    found = guide.decide(Kind(kind), given)
    way: list[Answered] = []
    told: dict[str, str] = {}
    for question, answer in _way(found, guide.questions, guide.starts[Kind(kind)], given):
        way.append(Answered(question, answer, urlencode(told)))
        told[question.key] = answer.key
    decided = found if isinstance(found, Decided) else None
    return Guided(on, told, way, None if decided else found, decided)  # type: ignore[arg-type]


def may_sort(petition: Petition) -> bool:
    """Whether its stage still leaves open whose business it is."""
    return (
        petition.kind == Kind.MIXED
        or "forward" in LIFECYCLES[petition.kind].may(petition.status)
        or (petition.status == "asked")
    )


def require_sortable(petition: Petition) -> None:
    """Raises ``SortedAlready`` for a letter whose outcome stands."""
    if not may_sort(petition):
        raise SortedAlready(stage=LIFECYCLES[petition.kind].statuses[petition.status].label)


def competent_of(decided: Decided) -> bool | None:
    """Whether the matter is the Chairman's to resolve; None where that was not the question.

    Another body named, or another's official, says no. Own business with a form still missing stays yes.
    """
    taken = {(question.key, answer.key) for question, answer in decided.way}
    if decided.outcome is Outcome.ACCEPT:
        return True
    if decided.because.where or taken & _NOT_OURS:
        return False
    return True if taken & _OURS else None


def verb_of(kind: str, decided: Decided) -> str:
    """The act that the outcome asks for; "" for what is not taken in at all."""
    because = decided.because.key
    if kind in (Kind.FEEDBACK, Kind.SUGGESTION) and because == "unclear":
        return "ask"
    if decided.outcome is Outcome.KEEP and decided.because.check:
        return "check"
    return _VERBS.get(decided.outcome, "")


def where_words(where: str) -> str:
    """The body in words; "" for none."""
    return str(WHERE.get(where, where))


def cited(answer: Answer) -> str:
    """Act and article of an answer."""
    return ", ".join(part for part in (answer.citation.number, answer.citation.article) if part)


def way_as_json(decided: Decided, on: date, line: int) -> str:
    """What `Petition.way` keeps: every question and answer in words, with act, article and how sure."""
    told = {
        "line": line,
        "on": on.isoformat(),
        "outcome": decided.outcome.value,
        "why": decided.because.why,
        "where": decided.because.where,
        "steps": [
            {
                "question": question.text,
                "answer": answer.text,
                "source": cited(answer),
                "act": answer.citation.number,
                "article": answer.citation.article,
                "sure": answer.sure.value,
            }
            for question, answer in decided.way
        ],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def way_of(petition: Petition) -> dict[str, Any]:
    """The way as it was kept; empty before anybody decided."""
    found: dict[str, Any] = json.loads(petition.way) if petition.way else {}
    return found


def _way(
    found: Question | Decided, questions: Mapping[str, Question], first: str, given: Mapping[str, str]
) -> list[tuple[Question, Answer]]:
    if isinstance(found, Decided):
        return list(found.way)
    way, question = [], questions[first]
    while question.key in given:
        answer = question.answer(given[question.key])
        way.append((question, answer))
        question = questions[answer.then]
    return way
