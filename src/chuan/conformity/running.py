"""The self-check of the whole system: every rule the rooms offer, asked for one unit and day; it only reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity, checks_of
from chuan.people.models import Unit

ORDER = (Severity.BREACH, Severity.WARNING, Severity.HINT)


@dataclass(frozen=True, slots=True)
class Told:
    """One rule with what it found; ``title`` and ``source`` as text."""

    rule: SelfCheck
    gaps: tuple[Gap, ...]

    @property
    def title(self) -> str:
        """What the rule asks for."""
        return str(self.rule.title)


@dataclass(frozen=True, slots=True)
class Checked:
    """All rules for a unit and day."""

    on: date
    told: tuple[Told, ...]

    @property
    def rules(self) -> int:
        """How many were asked."""
        return len(self.told)

    def of(self, severity: Severity) -> list[Told]:
        """Rules of this severity that found something."""
        return [one for one in self.told if one.gaps and one.rule.severity is severity]

    def count(self, severity: Severity) -> int:
        """How many gaps of this severity."""
        return sum(len(one.gaps) for one in self.of(severity))

    @property
    def passed(self) -> list[Told]:
        """Rules that found nothing."""
        return [one for one in self.told if not one.gaps]

    @property
    def lines(self) -> list[dict[str, str]]:
        """Every gap as it is kept, the heaviest first."""
        return [
            {
                "key": one.rule.key, "clause": one.rule.clause, "severity": one.rule.severity.value,
                "title": one.title, "source": one.rule.source, "sentence": gap.sentence, "address": gap.address,
            }
            for severity in ORDER
            for one in self.of(severity)
            for gap in one.gaps
        ]  # fmt: skip

    @property
    def digest(self) -> str:
        """SHA-256 of the day and the lines."""
        return digest_of(self.on, self.rules, self.lines)


def run(unit: Unit, on: date, at: datetime) -> Checked:
    """Ask every rule of the rooms that the unit uses; what they cost is bounded by each rule."""
    looked = Looked(unit, on, at)
    return Checked(on, tuple(Told(one, tuple(one.look(looked))) for one in checks_of(unit, on)))


def digest_of(on: date, rules: int, lines: Sequence[dict[str, str]]) -> str:
    """SHA-256 of what was found, in canonical JSON."""
    told = {"on": on.isoformat(), "rules": rules, "found": list(lines)}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
