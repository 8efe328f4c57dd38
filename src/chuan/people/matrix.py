"""Who holds which role on a day: officials down, roles across, with the document and the period of each grant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from chuan.exchange.sheets import CellValue, Table
from chuan.people.models import Account, Appointment, Official, RoleGrant, Unit
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold
from chuan.ui import formatters as say

SOON = timedelta(days=30)
"""How far ahead a grant that ends is pointed out."""


@dataclass(frozen=True)
class Held:
    """One role of one person on the day; ``ends`` is the first day without it, where it comes within a month."""

    grant: RoleGrant
    name: str
    ends: date | None


@dataclass(frozen=True)
class PersonRow:
    """One person: an official, or the account of somebody from the level above."""

    name: str
    official: Official | None
    posts: str
    cells: Sequence[Held | None]

    @property
    def held(self) -> list[Held]:
        """What the person holds, in the order of the columns."""
        return [one for one in self.cells if one is not None]


@dataclass(frozen=True)
class Matrix:
    """The unit on a day. ``counts``: how many hold each role; ``ending``: grants that end within a month."""

    unit: Unit
    on: date
    roles: Sequence[Role]
    rows: Sequence[PersonRow]
    counts: Sequence[int]
    ending: Sequence[Held]

    @property
    def vacant(self) -> list[Role]:
        """Roles that nobody holds on the day."""
        return [role for role, n in zip(self.roles, self.counts, strict=True) if not n]

    @property
    def columns(self) -> list[tuple[Role, int]]:
        """Each role with how many hold it."""
        return list(zip(self.roles, self.counts, strict=True))


def matrix(viewer: Viewer, on: date) -> Matrix:
    """The viewer's own unit on the day, by given name; three statements."""
    roles = [role for role in Role if role != Role.INSPECTOR]  # guests stand on the page of inspections
    grants = (
        RoleGrant.objects.on(on)
        .filter(unit=viewer.unit, role__in=roles)
        .select_related("official", "account")
    )
    by_person: dict[Official | Account, dict[str, RoleGrant]] = {}
    for grant in grants.order_by("pk"):
        person = grant.official or grant.account
        if person is not None:
            by_person.setdefault(person, {})[grant.role] = grant
    posts = _posts(viewer.unit, on)
    rows = [_row(person, held, posts, roles, on) for person, held in by_person.items()]
    rows.sort(key=lambda row: (row.official is None, fold(row.name.split()[-1]), fold(row.name)))
    counts = [sum(row.cells[n] is not None for row in rows) for n in range(len(roles))]
    ending = sorted(
        (held for row in rows for held in row.held if held.ends), key=lambda held: held.ends or on
    )
    return Matrix(viewer.unit, on, roles, rows, counts, ending)


def sheet_of(shown: Matrix) -> Table:
    """The same as a sheet: one line for each role held."""
    rows: list[list[CellValue]] = [
        [row.name, row.posts, str(one.grant.get_role_display()), one.grant.valid_from, one.grant.valid_to,
         one.grant.citation]
        for row in shown.rows
        for one in row.held
    ]  # fmt: skip
    return Table(
        title=_("Vai trò ngày %(on)s – %(unit)s") % {"on": say.day(shown.on), "unit": shown.unit.committee},
        headers=(
            _("Họ và tên"), _("Chức danh"), _("Vai trò"), _("Từ ngày"), _("Thôi từ ngày"), _("Theo văn bản"),
        ),
        rows=rows,
        sheet_name=_("Vai trò"),
        widths={0: 28, 1: 32, 2: 26, 3: 14, 4: 14, 5: 48},
    )  # fmt: skip


def _posts(unit: Unit, on: date) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    rows = Appointment.objects.on(on).filter(post__unit=unit).order_by("post__title")
    for official, title in rows.values_list("official_id", "post__title"):
        found.setdefault(official, []).append(title)
    return {official: ", ".join(titles) for official, titles in found.items()}


def _row(
    person: Official | Account,
    held: dict[str, RoleGrant],
    posts: dict[int, str],
    roles: Sequence[Role],
    on: date,
) -> PersonRow:
    name = person.name if isinstance(person, Official) else person.username
    cells = [Held(held[role], name, _ends(held[role], on)) if role in held else None for role in roles]
    if isinstance(person, Official):
        return PersonRow(name, person, posts.get(person.pk, ""), cells)
    return PersonRow(name, None, _("cấp trên theo dõi"), cells)


def _ends(grant: RoleGrant, on: date) -> date | None:
    return grant.valid_to if grant.valid_to and grant.valid_to - on <= SOON else None
