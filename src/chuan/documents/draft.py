"""What a person typed on the review page, kept whole when it is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.core import signing

from chuan.documents import asking
from chuan.documents.actions.editing import Answer
from chuan.documents.cells import cells_of
from chuan.documents.models import Question
from chuan.documents.standing import data_of
from chuan.rules.decision_text.types import DecisionReading

SALT = "documents.draft"
PLACE = "place-"


@dataclass(frozen=True)
class Draft:
    """``typed`` holds only what differs from what the page showed (``shown``).

    ``mark`` is the state the page showed, ``do`` the button pressed, ``places`` the places to split.
    """

    mark: str
    shown: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    do: str = "save"
    places: Mapping[str, str] = field(default_factory=dict)

    def cells(self) -> dict[str, str]:
        """Changed cells of the reading, by name."""
        return {name: text for name, text in self.typed.items() if not name.startswith("q-")}

    def answers(self, questions: Sequence[Question]) -> dict[str, Answer]:
        """Questions whose choice or boxes were changed, with everything typed beside them."""
        found = {}
        for index, question in enumerate(questions):
            touched = [name for name in self.typed if name == f"q-{index}" or name.startswith(f"q-{index}-")]
            choice = self.now(f"q-{index}")
            if touched and choice:
                prefix = f"q-{index}-"
                names = {name for name in (*self.shown, *self.typed) if name.startswith(prefix)}
                found[question.key] = Answer(
                    choice, {one.removeprefix(prefix): self.now(one) for one in names}
                )
        return found

    def now(self, name: str) -> str:
        """The text of a field as the person left it."""
        return self.typed.get(name, self.shown.get(name, ""))


def shown_on(result: DecisionReading, questions: Sequence[Question]) -> dict[str, str]:
    """Every field of the page with its text."""
    fields = cells_of(result)
    for index, question in enumerate(questions):
        fields[f"q-{index}"] = question.answer
        given = data_of(question)
        for box in asking.boxes(question, result):
            fields[f"q-{index}-{box.name}"] = given.get(box.name, "")
    return fields


def sealed(mark: str, shown: Mapping[str, str]) -> str:
    """What the page showed, compressed and signed, for a hidden field.

    By it a person's own changes are told apart from those that a colleague saved meanwhile.
    """
    return signing.dumps([mark, dict(shown)], salt=SALT, compress=True)


def from_post(post: Mapping[str, str]) -> Draft:
    """The draft that a browser sent; a broken seal reads as an empty draft that saves nothing."""
    try:
        mark, shown = signing.loads(post.get("shown", ""), salt=SALT)
    except (signing.BadSignature, ValueError):
        return Draft("", do="broken")
    typed = {name: post[name] for name, text in shown.items() if name in post and _differs(post[name], text)}
    places = {name.removeprefix(PLACE): post[name] for name in post if name.startswith(PLACE)}
    return Draft(mark, shown, typed, post.get("do", "save"), places)


def _differs(now: str, before: str) -> bool:
    return now.split() != before.split()
