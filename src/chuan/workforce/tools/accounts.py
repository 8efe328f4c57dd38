"""Whose an account is: what persons have said, and what is proposed to them. Two officials of one name are asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from chuan.people.models import Official, Unit
from chuan.rules.vietnamese import fold
from chuan.workforce.fields import MAIL
from chuan.workforce.models import ToolAccount, ToolUse

_NOT_LETTERS = re.compile(r"[^a-z]+")
_ASIDE = re.compile(r"\([^()]*\)")
SHARED = frozenset(
    [
        "vanphong",
        "vanthu",
        "ubnd",
        "motcua",
        "bophanmotcua",
        "tiepdan",
        "congan",
        "admin",
        "quantri",
        "info",
        "lienhe",
        "thongbao",
        "danguy",
        "hdnd",
    ]
)
"""Names of boxes that are an office's, not a person's; only proposed, a person says."""

Key = tuple[str, str]
"""(source, account)."""


class Links:
    """What was said of the accounts of one register, by source and account."""

    def __init__(self, rows: Iterable[ToolAccount]) -> None:
        self._rows: dict[Key, list[ToolAccount]] = {}
        for row in sorted(rows, key=lambda one: (one.since or date.min, one.confirmed_at)):
            self._rows.setdefault((row.source, row.account), []).append(row)

    def at(self, source: str, account: str, month: date) -> ToolAccount | None:
        """What holds in a month: the latest word that had begun by then."""
        begun = (one for one in self._rows.get((source, account), ()) if (one.since or date.min) <= month)
        return next(iter(reversed(list(begun))), None)

    def taken(self) -> Iterator[tuple[str, int]]:
        """(source, official) of every account that was said to be somebody's."""
        return (
            (source, one.official_id)
            for (source, _account), rows in self._rows.items()
            for one in rows
            if one.official_id is not None
        )

    def holders(self) -> frozenset[int]:
        """Officials who have an account at all."""
        return frozenset(one.official_id for rows in self._rows.values() for one in rows if one.official_id)


def links_of(unit: Unit, register: str, *, as_of: datetime | None = None) -> Links:
    """What was said by the moment; one statement."""
    return Links(ToolAccount.objects.known_at(as_of).filter(unit=unit, register=register))


@dataclass(frozen=True, slots=True)
class Unsaid:
    """An account that nobody has said anything of, with who it might be."""

    register: str
    source: str
    account: str
    holder: str
    first: date
    last: date
    total: int
    likely: tuple[Official, ...] = field(default=())
    shared: bool = False
    doubled: bool = False
    """Whether the one it looks like has another account of this system, said or proposed: then a person looks."""

    @property
    def proposed(self) -> Official | None:
        """The one official it must be; None where two are alike, or none is, or he has one there already."""
        return self.likely[0] if len(self.likely) == 1 and not self.doubled else None


def unsaid(
    unit: Unit, register: str, people: Sequence[Official], *, as_of: datetime | None = None
) -> list[Unsaid]:
    """Accounts of standing counts of which nothing is said for their months; two statements."""
    links, found = links_of(unit, register, as_of=as_of), dict[Key, list[ToolUse]]()
    for use in ToolUse.objects.known_at(as_of).filter(unit=unit, register=register).order_by("month"):
        if links.at(use.source, use.account, use.month) is None:
            found.setdefault((use.source, use.account), []).append(use)
    by_name = _Names(people)
    return _with_doubles([_unsaid(rows, by_name) for _key, rows in sorted(found.items())], links)


def _with_doubles(found: Sequence[Unsaid], links: Links) -> list[Unsaid]:
    """Two accounts of one system that look like one man's may be two men's of one name."""
    taken = Counter(links.taken())
    taken.update((one.source, one.likely[0].pk) for one in found if len(one.likely) == 1)
    return [
        replace(one, doubled=len(one.likely) == 1 and taken[one.source, one.likely[0].pk] > 1)
        for one in found
    ]


def usual_domain(unit: Unit) -> str:
    """The domain of the mailboxes that came in last; "" before the first. Offered beside a form, no more."""
    rows = ToolUse.objects.filter(unit=unit, register=MAIL, account__contains="@")
    last = rows.order_by("-pk").values_list("account", flat=True).first()
    return last.partition("@")[2] if last else ""


def _unsaid(rows: Sequence[ToolUse], names: _Names) -> Unsaid:
    last = rows[-1]
    likely = names.like(last.account, last.holder)
    return Unsaid(
        last.register, last.source, last.account, last.holder, rows[0].month, last.month,
        sum(one.count for one in rows), likely, not likely and _local(last.account) in SHARED,
    )  # fmt: skip


class _Names:
    """Officials by every way an account may be made of their names."""

    def __init__(self, people: Iterable[Official]) -> None:
        self._full: dict[str, list[Official]] = {}
        self._short: dict[str, list[Official]] = {}
        for one in people:
            self._full.setdefault(_letters(one.name), []).append(one)
            for short in spellings(one.name):
                self._short.setdefault(short, []).append(one)

    def like(self, account: str, holder: str) -> tuple[Official, ...]:
        """By the name the system shows, else by the account: "hoaitt", "tthoai", "tranthihoai", "hoaitt2"."""
        named = self._full.get(_letters(holder), []) if holder else []
        return tuple(named or self._full.get(_letters(account), []) or self._short.get(_local(account), []))


def spellings(name: str) -> frozenset[str]:
    """How offices make accounts of a name: Trần Thị Hoài is hoaitt, tthoai, hoai.tt, tranthihoai, hoaitranthi."""
    parts = [letters for part in _ASIDE.sub("", name).split() if (letters := _letters(part))]
    if len(parts) < 2:
        return frozenset(parts)
    given, before = parts[-1], parts[:-1]
    initials = "".join(part[0] for part in before)
    return frozenset({given + initials, initials + given, "".join(parts), given + "".join(before)})


def _local(account: str) -> str:
    return _letters(account.partition("@")[0])


def _letters(text: str) -> str:
    """Letters alone, without marks and without what stands in brackets beside a name."""
    return _NOT_LETTERS.sub("", fold(_ASIDE.sub("", text)).lower())


def by_official(
    uses: Iterable[ToolUse], links: Links
) -> tuple[Mapping[tuple[int, date], dict[str, int]], frozenset[Key]]:
    """Counts by (official, month) and source, several accounts of one man together; and accounts nobody has said."""
    found: dict[tuple[int, date], dict[str, int]] = {}
    open_: set[Key] = set()
    for use in uses:
        said = links.at(use.source, use.account, use.month)
        if said is None:
            open_.add((use.source, use.account))
        elif said.official_id is not None:
            counts = found.setdefault((said.official_id, use.month), {})
            counts[use.source] = counts.get(use.source, 0) + use.count
    return found, frozenset(open_)
