"""What every paper of figures says of itself: grade, moment, law, the head of the trail, what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from chuan.law.petitions import HELD_FROM, petition_digest
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.periods import reported
from chuan.trail.models import Head
from chuan.ui import formatters as say
from chuan.ui import words


def basis_of(asked: Asked, lacking: Sequence[str] = ()) -> list[str]:
    """Lines for the head or the foot of a sheet."""
    told = _("Cấp tin cậy %(grade)s; %(known)s; lập ngày %(on)s.") % {
        "grade": words.grade(grade_of(asked)), "known": known_words(asked), "on": say.day(asked.on),
    }  # fmt: skip
    return [told, *(_("Chưa đủ số liệu: %s") % one for one in lacking), *law_and_trail(asked)]


def grade_of(asked: Asked) -> str:
    """A where Chuẩn keeps both registers, else B."""
    return asked.grounds.grade()


def known_words(asked: Asked) -> str:
    """As known when, in words."""
    if asked.as_of:
        return _("như đã biết đến %s") % say.moment(asked.as_of)
    return _("như đang biết lúc %s") % say.moment(asked.at)


def law_and_trail(asked: Asked) -> list[str]:
    """The law the petitions were judged by, with the unit's own values; the last links of the trail they stand in."""
    digest = petition_digest(own=asked.bench.overrides, on=asked.last_known)
    law = _("Thời hạn xét theo bộ quy định đơn thư có mã băm %s.") % digest
    chains = [
        f"{asked.unit.uid}/{year}"
        for year in range(asked.period.start.year, max(asked.last_day, asked.on).year + 1)
    ]
    heads = Head.objects.filter(chain__in=chains, seq__gt=0).order_by("chain")
    told = _("Đầu chuỗi nhật ký %(chain)s: dòng %(seq)s, mã băm %(hash)s.")
    return [
        law,
        *(told % {"chain": head.chain, "seq": say.number(head.seq), "hash": head.hash} for head in heads),
    ]


def no_form(asked: Asked) -> str:
    """That the titles are ours, and for which periods reports are made."""
    value = asked.bench.values(max(asked.on, HELD_FROM)).get("statistics.periods")
    told = _("Chưa tìm được biểu mẫu báo cáo của cơ quan có thẩm quyền: tên các cột, các dòng do Chuẩn đặt.")
    return f"{told} {_('Kỳ báo cáo: %s.') % reported(value)}" if value else told
