"""How nonconformities and actions are named in other rooms."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from chuan.corrections.models import CorrectiveAction, Nonconformity
from chuan.corrections.waiting import ACTION, KIND
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer

Found = Mapping[uuid.UUID, Described]

NEXT: Mapping[str, str | Promise] = {
    "raised": _lazy("Ghi nguyên nhân"),
    "again": _lazy("Ghi lại nguyên nhân"),
    "analysed": _lazy("Lập kế hoạch"),
    "acting": _lazy("Xem tiến độ"),
    "checking": _lazy("Đánh giá hiệu lực"),
    "effective": _lazy("Kết thúc"),
}
"""The next verb of each status that is not over."""


def register() -> None:
    """Offer both kinds; called when the programme starts."""
    subjects.register(KIND, cases)
    subjects.register(ACTION, actions)


def address_of(uid: uuid.UUID) -> str:
    """Where a nonconformity is shown."""
    return f"/khac-phuc/{uid}/"


def cases(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Nonconformities by code and what they say."""
    rows = Nonconformity.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _case(one) for one in rows}


def actions(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Corrective actions as work of who does them."""
    rows = CorrectiveAction.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("case")
    return {
        one.uid: Described(
            Subject(ACTION, one.uid), one.what, f"/khac-phuc/hanh-dong/{one.uid}/",
            note=_("hành động khắc phục của %(code)s: %(what)s") % {"code": one.case.code, "what": one.case.what},
            verb=_("Ghi kết quả"), icon="check2-square", settled=not one.is_open,
        )
        for one in rows
    }  # fmt: skip


def _case(one: Nonconformity) -> Described:
    return Described(
        Subject(KIND, one.uid),
        f"{one.code}: {one.what}"[:200],
        address_of(one.uid),
        note=_("sự không phù hợp, %s") % one.stage,
        verb=str(NEXT.get(one.status, _("Mở"))),
        icon="check2-square",
        settled=one.is_over,
        every_day=True,
    )
