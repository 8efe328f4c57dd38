"""The outbox as other rooms meet it, what stands in it, and what those who keep the house are told of it."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.documents.actions import own_letters
from chuan.documents.models import MailAddress, OwnLetter
from chuan.documents.sending import mail
from chuan.offers import alarms, examinations, kept_about, mailing
from chuan.offers.alarms import Alarm
from chuan.offers.examinations import Examination, Finding, Looking, fine, look
from chuan.offers.kept_about import Asked, Line, Section
from chuan.offers.mailing import Letter
from chuan.people.permissions import may_keep_staff
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

SHOWN = 20
"""The newest letters on the page."""


@dataclass(frozen=True)
class Stuck:
    """Letters that the server has not taken: how many, since when, when they are tried next."""

    count: int
    since: datetime
    next_at: datetime

    @property
    def sentence(self) -> str:
        """As it is said to people."""
        facts = {
            "n": say.number(self.count),
            "since": say.moment(self.since),
            "next": say.moment(self.next_at),
        }
        said = _(
            "Máy chủ thư chưa nhận thư: %(n)s thư chờ, cũ nhất từ %(since)s. "
            "Không thư nào mất; thử lại lúc %(next)s."
        )
        return said % facts


def offer() -> None:
    """Offer the outbox, its examination, its alarm and what is kept; called when the programme starts."""
    mailing.offer(_post, ready=mail.is_configured, reach=_reach)
    examinations.offer(Examination("own_letters", gettext_lazy("Thư báo cho cán bộ"), 181, examine))
    alarms.offer(rings)
    kept_about.register("own_mail", about, place=21)


def stuck(unit_ids: Sequence[int] | frozenset[int] | None = None) -> Stuck | None:
    """What waits after a failed try, of these units or of the whole house; None when nothing does."""
    rows = OwnLetter.objects.filter(state=OwnLetter.State.WAITING, tries__gt=0)
    if unit_ids is not None:
        rows = rows.filter(unit_id__in=unit_ids)
    found = rows.aggregate(n=Count("pk"), since=Min("put_at"), next=Min("next_at"))
    return Stuck(found["n"], found["since"], found["next"]) if found["n"] else None


def rings(viewer: Viewer) -> Iterator[Alarm]:
    """On the first screen of those who keep the house."""
    if not mail.is_configured() or not may_keep_staff(viewer):
        return
    if found := stuck(viewer.unit_ids):
        yield Alarm(found.sentence, _("Mở Thư báo"), "documents:own_letters")


def examine(looking: Looking) -> Iterator[Finding]:
    """Whether letters wait for a server that is away."""
    found = stuck()
    if found is None:
        yield fine(_("Không thư báo nào đang kẹt."))
        return
    yield look(
        found.sentence,
        _("Xem máy chủ thư có chạy không, và các giá trị CHUAN_MAIL_ có đúng không."),
        address="documents:own_letters",
    )


def about(asked: Asked) -> Sequence[Section]:
    """The address an official gave."""
    found = MailAddress.objects.filter(official=asked.official)
    lines = [Line(one.address, _("địa chỉ nhận thư báo"), one.since.date()) for one in found]
    return [Section("own_mail", _("Địa chỉ nhận thư"), lines, _("giữ tới khi người ấy bỏ (Chuẩn đặt)"))]


def _reach(officials: Collection[uuid.UUID]) -> frozenset[uuid.UUID]:
    found = MailAddress.objects.filter(official__uid__in=list(officials))
    return frozenset(found.values_list("official__uid", flat=True))


def _post(letter: Letter, at: datetime) -> bool:
    from chuan.documents.own_letters_running import send_soon

    kept = own_letters.put(letter, at)
    if kept and mail.is_configured():
        send_soon()
    return kept
