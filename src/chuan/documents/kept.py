"""What this room keeps about an official: what he is to know and said he knows, his certificates."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.models import Acknowledgement, Certificate, MustKnow
from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section
from chuan.ui import formatters as say


def about(asked: Asked) -> Sequence[Section]:
    """Both sections; three statements."""
    return [_known(asked), _certificates(asked)]


def _known(asked: Asked) -> Section:
    rows = MustKnow.objects if asked.himself else MustKnow.objects.seen_by(asked.viewer)
    found = rows.filter(official=asked.official).select_related("dissemination")
    lines = [
        Line(one.dissemination.title, _said(one), one.dissemination.started_on)
        for one in found.prefetch_related("said").order_by("-pk")
    ]
    term = _("lời xác nhận giữ mãi: là bằng chứng đã phổ biến (Chuẩn đặt)")
    return Section("known", _("Văn bản phải nắm vững"), lines, term, reverse("documents:knowing"))


def _said(one: MustKnow) -> str:
    said = {row.verb: row for row in one.said.all()}
    confirmed, opened = said.get(Acknowledgement.CONFIRMED), said.get(Acknowledgement.OPENED)
    if confirmed is not None:
        seconds = _(", đã mở xem %s giây") % say.number(confirmed.seconds) if confirmed.seconds else ""
        return _("xác nhận ngày %s") % say.day(confirmed.recorded_on) + seconds
    if one.released_at is not None:
        return _("thôi giao: %s") % one.released_reason
    return _("đã mở ngày %s, chưa xác nhận") % say.day(opened.recorded_on) if opened else _("chưa mở")


def _certificates(asked: Asked) -> Section:
    rows = Certificate.objects if asked.himself else Certificate.objects.seen_by(asked.viewer)
    lines = [
        Line(
            one.subject,
            _("chứng thư số, đến hết %(day)s%(ended)s")
            % {"day": say.day(one.valid_to), "ended": _(", đã thôi dùng") if one.ended_at else ""},
            one.valid_from,
        )
        for one in rows.filter(official=asked.official).order_by("-valid_from", "-pk")
    ]
    note = _("Khóa bí mật nằm trong thiết bị của người ấy, Chuẩn không giữ.") if lines else ""
    return Section("certificates", _("Chứng thư số"), lines, note=note)


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("documents", about, place=20)
