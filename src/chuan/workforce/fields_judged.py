"""What registers of officials judged elsewhere share: one row a person in the period of a file, no identity number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chuan.people.roles import Role


class JudgedElsewhere:
    """A register whose rows a person says whose they are, once for each row; ``spelled``: what tells two rows apart."""

    code_field = "name"
    period_field = ""
    per_period = True
    readers = frozenset(
        role.value for role in (Role.PERSONNEL_CLERK, Role.CHAIRMAN, Role.VICE_CHAIRMAN)
    )  # fmt: skip
    """Who takes the files in and sees their rows: nobody else another's level or title."""
    spelled: tuple[str, ...] = ("name", "post")

    def code_of(self, values: Mapping[str, str]) -> str:
        """What tells two rows apart, as one spelling: of one name in two posts there are two rows."""
        parts = (" ".join(values.get(key, "").split()) for key in self.spelled)
        return " · ".join(one for one in parts if one)[:200]

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """None of a single row: the days are the file's."""
        return []

    def due_field_changes(self) -> tuple[str, ...]:
        """Nothing here has a due day."""
        return ()
