"""Who will read a letter, told before a word of it is typed; who leads; who else may take it in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.people.models import Appointment, Official, RoleGrant, Unit
from chuan.people.reports import by_given_name
from chuan.people.roles import Role
from chuan.petitions.permissions import KEEPERS, LEADERS


@dataclass(frozen=True, slots=True)
class Reader:
    """One who reads letters by a role: ``role`` in the field's words."""

    official: Official
    role: str


def readers(unit: Unit, on: date) -> list[Reader]:
    """Keepers, then leaders, of the unit on the day, by given name."""
    held = RoleGrant.objects.on(on).filter(unit=unit, role__in=(*KEEPERS, *LEADERS), official__isnull=False)
    order = {role: place for place, role in enumerate((*KEEPERS, *LEADERS))}
    rows = sorted(
        held.select_related("official"), key=lambda one: (order[Role(one.role)], by_given_name(_name(one)))
    )
    return [Reader(one.official, str(Role(one.role).label)) for one in rows if one.official]


def readers_of(unit: Unit, on: date, *, secret: bool = False) -> str:
    """ "Đơn này do … và … đọc": before anything is typed (Luật Tố cáo 2018, Điều 56; 154/2026/NĐ-CP, Điều 12).

    ``secret``: of what is, or may be, a denunciation, which those who audit the system do not see.
    """
    told = listed(f"{one.official.name} ({one.role[0].lower()}{one.role[1:]})" for one in readers(unit, on))
    if secret:
        return _("Đơn này do %(who)s đọc, và người được giao giải quyết; không ai khác.") % {"who": told}
    return _(
        "Đơn này do %(who)s đọc, và người được giao giải quyết. "
        "Người kiểm tra chất lượng xem được việc (trừ tố cáo), không thấy người gửi."
    ) % {"who": told}


def leaders_among(officials: Collection[Official], on: date) -> list[Official]:
    """Of these the Chairman and deputies of the day."""
    held = RoleGrant.objects.on(on).filter(role__in=LEADERS, official__in=officials)
    keys = set(held.values_list("official_id", flat=True))
    return [one for one in officials if one.pk in keys]


def others_who_receive(unit: Unit, on: date, but: Collection[Official]) -> str:
    """Names of the keepers, else leaders, who are none of ``but``: who takes in what is about somebody else."""
    apart = {one.pk for one in but}
    left = [one for one in readers(unit, on) if one.official.pk not in apart]
    keepers = [one for one in left if one.role == str(Role.PETITION_CLERK.label)]
    names = dict.fromkeys(one.official.name for one in keepers or left)
    return listed(names, _(" hoặc ")) if names else _("cơ quan cấp trên")


def choices_of(unit: Unit, on: date, *, leaders: bool = True) -> list[tuple[str, str]]:
    """Officials who serve on the day, by given name: (uid, "name, title"). Without the leaders for denunciations."""
    rows = Appointment.objects.on(on).filter(official__unit=unit).select_related("official", "post")
    titles: dict[Official, list[str]] = {}
    for one in rows:
        titles.setdefault(one.official, []).append(one.post.title)
    apart = set() if leaders else set(leaders_among(list(titles), on))
    shown = sorted(set(titles) - apart, key=lambda one: by_given_name(one.name))
    return [(str(one.uid), f"{one.name}, {', '.join(titles[one])}") for one in shown]


def listed(names: Iterable[str], last: str = "") -> str:
    """ "A, B và C"."""
    told = list(names)
    return (last or _(" và ")).join(part for part in (", ".join(told[:-1]), *told[-1:]) if part)


def _name(grant: RoleGrant) -> str:
    return grant.official.name if grant.official else ""
