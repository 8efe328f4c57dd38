"""Open doors: accounts that nobody answers for, doors with one lock where two are asked, the last keeper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.law.admin_units import named
from chuan.offers.examinations import Examination, Finding, Looking, broken, fine, look, offer
from chuan.people.directory import CODE_SCHEME
from chuan.people.models import Account, Appointment, Passkey, RoleGrant, TotpKey, Unit, UnitCode, in_force
from chuan.people.permissions import STAFF_KEEPERS
from chuan.people.sign_in_policy import KEEPERS, Who, who_must
from chuan.rules.vietnamese import fold


def offer_examinations() -> None:
    """Offer them; called once when the programme starts."""
    offer(
        Examination("doors", gettext_lazy("Tài khoản"), 140, doors),
        Examination("units", gettext_lazy("Đơn vị"), 150, units),
    )


def doors(looking: Looking) -> Iterator[Finding]:
    """For each unit of today: keepers, accounts without a post or role, accounts that lack a second factor."""
    for unit in Unit.objects.valid_on(looking.on).filter(officials__isnull=False).distinct():
        found = [*_keepers(unit, looking), *_left(unit, looking), *_one_lock(unit, looking.at, looking)]
        yield from found or [fine(_("%s: mọi tài khoản đều có người giữ và đủ lớp khóa.") % unit.committee)]


def _keepers(unit: Unit, looking: Looking) -> Iterator[Finding]:
    grants = RoleGrant.objects.on(looking.on).filter(unit=unit, role__in=STAFF_KEEPERS)
    keepers = grants.filter(official__account__is_active=True).values("official").distinct().count()
    mend = _("Mở trang Cán bộ, giao vai trò Quản trị cho thêm một người đang có tài khoản.")
    page = "people:everybody"
    if keepers == 0:
        yield broken(
            _("%s: không còn ai vào được để quản trị.") % unit.committee,
            mend,
            address=page,
            unit_uid=unit.uid,
        )
    elif keepers == 1:
        yield look(_("%s: chỉ một người quản trị; người ấy quên mật khẩu thì không ai cấp lại được.") % unit.committee,
                   mend, address=page, unit_uid=unit.uid)  # fmt: skip


def _left(unit: Unit, looking: Looking) -> Iterator[Finding]:
    """Active accounts whose official holds neither post nor role any more."""
    posts = Appointment.objects.on(looking.on).filter(official=OuterRef("official"))
    roles = RoleGrant.objects.on(looking.on).filter(official=OuterRef("official"))
    left = _accounts(unit).exclude(Exists(posts)).exclude(Exists(roles)).count()
    if left:
        yield look(
            _("%(unit)s: %(n)d tài khoản còn mở của người không còn chức danh, vai trò nào.")
            % {"unit": unit.committee, "n": left},
            _("Mở trang Cán bộ và đóng các tài khoản ấy, hoặc bổ nhiệm lại kèm văn bản."),
            address="people:everybody", unit_uid=unit.uid,
        )  # fmt: skip


def _one_lock(unit: Unit, at: datetime, looking: Looking) -> Iterator[Finding]:
    """Accounts without app or passkey where the unit's choice asks for one; they are led to it at sign-in."""
    who = who_must(unit, at)
    if who == Who.NOBODY:
        return
    wanted = _accounts(unit)
    if who == Who.KEEPERS:
        held = RoleGrant.objects.on(looking.on).filter(official=OuterRef("official"), role__in=KEEPERS)
        wanted = wanted.filter(Exists(held))
    bare = (
        wanted.exclude(Exists(_of(TotpKey.objects.all()))).exclude(Exists(_of(Passkey.objects.all()))).count()
    )
    if bare:
        yield look(
            _("%(unit)s: %(n)d tài khoản chưa có lớp xác thực thứ hai.") % {"unit": unit.committee, "n": bare},
            _("Nhắc từng người đăng nhập: Chuẩn dẫn họ qua bước đặt mã xác thực."),
            address="people:everybody", unit_uid=unit.uid,
        )  # fmt: skip


def _of(rows: QuerySet) -> QuerySet:
    return rows.filter(account=OuterRef("pk"))


def _accounts(unit: Unit) -> QuerySet[Account]:
    return Account.objects.filter(official__unit=unit, is_active=True)


def units(looking: Looking) -> Iterator[Finding]:
    """There is a unit, and each of today has a code that other systems know it by."""
    standing = list(Unit.objects.valid_on(looking.on).filter(officials__isnull=False).distinct())
    if not standing:
        yield look(_("Chưa lập đơn vị nào."), _("Chạy “chuan init” để lập đơn vị và tài khoản Chủ tịch."))
    yield from _codes(standing, looking)


def _codes(standing: Iterable[Unit], looking: Looking) -> Iterator[Finding]:
    for unit in standing:
        held = UnitCode.objects.filter(in_force(looking.on), unit=unit, scheme=CODE_SCHEME).first()
        if held is None:
            yield _ask_unit(unit, _("%s: chưa có mã đơn vị hành chính cho hôm nay.") % unit.committee)
        elif not unit.example and (other := _named_otherwise(unit, held.code, looking)):
            said = _("%(unit)s: mã %(code)s hôm nay là của %(other)s.")
            yield _ask_unit(unit, said % {"unit": unit.committee, "code": held.code, "other": other})
        else:
            yield fine(_("%s: có mã đơn vị hành chính.") % unit.committee)


def _named_otherwise(unit: Unit, code: str, looking: Looking) -> str:
    """Whom the directory of communes names by the code today, where that is not this unit; codes are given again."""
    commune = named(code, looking.on)
    same = commune is not None and fold(commune.name) == fold(unit.name)
    return (
        "" if same or unit.kind == Unit.Kind.PROVINCE else (commune.titled if commune else _("không nơi nào"))
    )


def _ask_unit(unit: Unit, sentence: str) -> Finding:
    mend = _("Mở trang Đơn vị; nếu đơn vị đã sáp nhập thì làm việc sáp nhập ở đó.")
    return look(sentence, mend, address="people:unit", unit_uid=unit.uid)
