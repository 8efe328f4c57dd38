"""Every status table: which acts lead from where to where, who owns a status, what is said of it.

A table is total: for every status and every act of its kind there is either a next status
or a refusal that says what the status is and what may be done now. The drawing is made
from the same table, so it cannot lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chuan.rules.refusals import WrongMove


@dataclass(frozen=True, slots=True)
class Status:
    """A status in words: a label, a sentence that says what it means, and who is to act."""

    label: str
    sentence: str
    owner: str


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Statuses and moves of one kind of thing. ``verbs`` gives each act its words in an infinitive.

    ``start`` is the status a thing is made with; ``ends`` are those in which nothing more
    can happen to it. A table that is not whole is refused when it is made.
    """

    name: str
    title: str
    start: str
    statuses: Mapping[str, Status]
    verbs: Mapping[str, str]
    moves: Mapping[tuple[str, str], str]

    def __post_init__(self) -> None:
        wrong = [*self._unknown(), *self._unreachable(), *self._unused()]
        if wrong:
            raise ValueError(f"lifecycle {self.name}: {', '.join(wrong)}")

    @property
    def ends(self) -> frozenset[str]:
        """Statuses that nothing leads out of."""
        leading_on = {status for (status, _), after in self.moves.items() if after != status}
        return frozenset(self.statuses) - leading_on

    def may(self, status: str) -> tuple[str, ...]:
        """The acts that a status allows, in the order of the table."""
        return tuple(verb for verb in self.verbs if (status, verb) in self.moves)

    def next(self, status: str, verb: str) -> str:
        """The status after an act. Raises WrongMove where it is not allowed, KeyError for unknown names."""
        known, said = self.statuses[status], self.verbs[verb]
        after = self.moves.get((status, verb))
        if after is None:
            label = known.label[0].upper() + known.label[1:]
            raise WrongMove(label=label, meaning=known.sentence, verb=said, now=self._now(status))
        return after

    def _now(self, status: str) -> str:
        allowed = [self.verbs[verb] for verb in self.may(status)]
        return f"có thể {_listed(allowed)}" if allowed else "chỉ có thể xem"

    def _unknown(self) -> Iterable[str]:
        """Names in the table that nobody described."""
        for (status, verb), after in self.moves.items():
            yield from (f"no status {name}" for name in (status, after) if name not in self.statuses)
            if verb not in self.verbs:
                yield f"no verb {verb}"

    def _unreachable(self) -> Iterable[str]:
        """Statuses that no series of acts leads to."""
        reached, waiting = set[str](), [self.start]
        while waiting:
            status = waiting.pop()
            reached.add(status)
            waiting += [
                after for (was, _), after in self.moves.items() if was == status and after not in reached
            ]
        return (f"{status} is never reached" for status in self.statuses if status not in reached)

    def _unused(self) -> Iterable[str]:
        used = {verb for _, verb in self.moves}
        return (f"{verb} leads nowhere" for verb in self.verbs if verb not in used)


def _listed(parts: list[str]) -> str:
    """A, b hoặc c."""
    return " hoặc ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def drawing(lifecycle: Lifecycle) -> str:
    """The table as Mermaid text (stateDiagram-v2); the same text for the same table."""
    lines = ["stateDiagram-v2", "    direction LR"]
    lines += [f'    state "{status.label}" as {name}' for name, status in lifecycle.statuses.items()]
    lines.append(f"    [*] --> {lifecycle.start}")
    lines += [
        f"    {was} --> {after}: {lifecycle.verbs[verb]}" for (was, verb), after in lifecycle.moves.items()
    ]
    lines += [f"    {name} --> [*]" for name in lifecycle.statuses if name in lifecycle.ends]
    return "\n".join(lines) + "\n"
