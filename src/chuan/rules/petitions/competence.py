"""Whose business a petition is: questions with answers, each leading on or to an outcome with its article.

The questions are data (``law/petitions_competence.toml``), dated like every value of the law. Here is only
the walk through them, and the check that every walk ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from chuan.rules.petitions.kinds import Kind
from chuan.rules.refusals.petitions import CompetenceAnswerUnknown, MixedNotSplit
from chuan.rules.types import Citation, Sure


class Outcome(StrEnum):
    """What becomes of a letter. ``not_taken``: against the Chairman or a deputy, it is not taken in at all."""

    ACCEPT = "accept"
    FORWARD = "forward"
    GUIDE = "guide"
    RETURN = "return"
    KEEP = "keep"
    NOT_TAKEN = "not_taken"


OUTCOME_NAMES: Mapping[Outcome, str] = {
    Outcome.ACCEPT: "thụ lý, giải quyết",
    Outcome.FORWARD: "chuyển nơi có thẩm quyền",
    Outcome.GUIDE: "hướng dẫn",
    Outcome.RETURN: "trả lại",
    Outcome.KEEP: "lưu đơn",
    Outcome.NOT_TAKEN: "không tiếp nhận tại đây",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: it leads to the question ``then`` or to an ``outcome``, because of ``why``.

    ``where``: the body a letter goes or is shown to. ``check``: what it tells is looked into all the same.
    ``sure`` says how sure the article is, whatever the answer.
    """

    key: str
    text: str
    then: str
    outcome: Outcome | None
    why: str
    where: str
    check: bool
    citation: Citation
    sure: Sure


@dataclass(frozen=True, slots=True)
class Question:
    """A question of competence with the answers that are offered on the day."""

    key: str
    text: str
    answers: tuple[Answer, ...]

    def answer(self, key: str) -> Answer:
        """The answer of that key. Raises `CompetenceAnswerUnknown`."""
        found = next((one for one in self.answers if one.key == key), None)
        if found is None:
            raise CompetenceAnswerUnknown(question=self.text)
        return found


@dataclass(frozen=True, slots=True)
class Decided:
    """Where the answers led: the outcome, its reason and article, and every step of the way."""

    outcome: Outcome
    because: Answer
    way: tuple[tuple[Question, Answer], ...]

    @property
    def unread(self) -> tuple[Citation, ...]:
        """The articles on the way whose text nobody has read."""
        return tuple(answer.citation for _, answer in self.way if answer.sure is Sure.UNVERIFIED)


@dataclass(frozen=True)
class Guide:
    """The questions of a day. ``starts``: the first question of each kind.

    A guide that does not always end in an outcome is refused when it is made (ValueError).
    """

    questions: Mapping[str, Question]
    starts: Mapping[Kind, str]

    def __post_init__(self) -> None:
        wrong = [*self._unknown(), *self._endless()]
        if wrong:
            raise ValueError(f"competence: {', '.join(wrong)}")

    def decide(self, kind: Kind, given: Mapping[str, str]) -> Question | Decided:
        """The next question to ask, or what the answers (question → answer) decide.

        Answers to questions that are not on the way are not looked at. Raises `MixedNotSplit` for a mixed
        letter, `CompetenceAnswerUnknown` for an answer that is not offered.
        """
        if kind is Kind.MIXED:
            raise MixedNotSplit
        way: list[tuple[Question, Answer]] = []
        question = self.questions[self.starts[kind]]
        while question.key in given:
            answer = question.answer(given[question.key])
            way.append((question, answer))
            if answer.outcome:
                return Decided(answer.outcome, answer, tuple(way))
            question = self.questions[answer.then]
        return question

    def _unknown(self) -> Iterable[str]:
        for name in self.starts.values():
            if name not in self.questions:
                yield f"no question {name}"
        for question in self.questions.values():
            if not question.answers:
                yield f"{question.key} has no answer"
            for one in question.answers:
                if one.outcome is None and one.then not in self.questions:
                    yield f"{question.key}.{one.key} leads nowhere"

    def _endless(self) -> Iterable[str]:
        """Questions from which a walk can come back to where it was."""
        ending: set[str] = set()
        while more := {
            key for key, one in self.questions.items() if key not in ending and _ends(one, ending)
        }:
            ending |= more
        return (f"{key} never ends" for key in self.questions if key not in ending)


def _ends(question: Question, ending: set[str]) -> bool:
    return all(one.outcome is not None or one.then in ending for one in question.answers)
