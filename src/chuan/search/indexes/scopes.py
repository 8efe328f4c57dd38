"""What an entry belongs to, as terms that no text has: unit and guard, kind, exact names and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chuan.offers.search import Entry


@dataclass(frozen=True, slots=True)
class Scope:
    """Where is looked: units of the viewer, roles held, kinds (None: all), and an exact name or number ("": any)."""

    unit_ids: tuple[int, ...]
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] | None = None
    key: str = ""

    @property
    def alternatives(self) -> list[list[str]]:
        """Of each list one term must stand with the entry."""
        lists = [[_of(unit, role) for unit in self.unit_ids for role in ("", *self.roles)]]
        if self.kinds is not None:
            lists.append([f"__k_{kind}" for kind in self.kinds])
        if self.key:
            lists.append([f"__n_{self.key}"])
        return lists


def scopes_of(entry: Entry, keys: Iterable[str]) -> list[str]:
    """The terms that a ``Scope`` asks for."""
    owners = [_of(entry.unit_id, role) for role in sorted(entry.guard) or [""]]
    return list(dict.fromkeys([*owners, f"__k_{entry.subject.kind}", *(f"__n_{key}" for key in keys)]))


def _of(unit_id: int, role: str) -> str:
    return f"__u_{unit_id}_{role}"
