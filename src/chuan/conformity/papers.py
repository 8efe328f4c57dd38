"""The unit's own declaration and the letter that tells of it, as drafts begin. Own layouts: no form was ever found."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.utils import timezone, translation

from chuan.conformity.declared import Declared
from chuan.conformity.models import Confirmation
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.law.iso9001 import edition
from chuan.paper.contents import Content, body_from_text
from chuan.people.models import Unit
from chuan.rules.wording import said

BLANK = "…"
"""What the drafter has to fill in: a form check finds it."""
DECISION = "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ"
BASIS = (
    f"Căn cứ {DECISION} về việc áp dụng Hệ thống "
    "quản lý chất lượng theo tiêu chuẩn quốc gia vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính "
    "nhà nước"
)


def declaration_content(one: Confirmation, *, at: datetime) -> Content:
    """A decision by which the unit itself declares, never "chứng nhận" (19/2014/QĐ-TTg, Điều 4)."""
    with translation.override("vi"):
        unit, on = one.unit, timezone.localtime(at).date()
        begun = beginning_of("QĐ", unit, on)
        scope = _scope(one)
        lines = [
            f"Điều 1. Công bố Hệ thống quản lý chất lượng của {unit.committee} phù hợp tiêu chuẩn quốc gia "
            f"{one.edition}.",
            f"Phạm vi áp dụng: {scope}.",
            f"Người đứng đầu đã xác nhận hiệu lực của hệ thống ngày {said(one.confirmed_on)}.",
            "Điều 2. Quyết định này được thông báo bằng văn bản cho Sở Khoa học và Công nghệ, niêm yết tại trụ sở và "
            "đăng trên trang thông tin điện tử.",
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Cán bộ, công chức và các bộ phận có liên quan chịu "
            "trách nhiệm thi hành Quyết định này.",
        ]
        recipients = ("Như Điều 3", "Sở Khoa học và Công nghệ", *begun.recipients[1:])
        return replace(
            begun,
            subject=f"công bố Hệ thống quản lý chất lượng phù hợp tiêu chuẩn quốc gia {one.edition}",
            bases=(*begun.bases[:-1], BASIS, *begun.bases[-1:]),
            body=body_from_text("\n".join(lines)),
            recipients=recipients,
        )


def notice_content(unit: Unit, told: Declared, *, at: datetime) -> Content:
    """A letter to the Department of Science and Technology (19/2014/QĐ-TTg, Điều 4): paper, day, standard, scope."""
    with translation.override("vi"):
        begun = beginning_of("CV", unit, timezone.localtime(at).date())
        held = told.confirmation
        standard = held.edition if held else edition()[0]
        lines = [
            f"Thực hiện {DECISION}, {unit.committee} thông báo việc công bố Hệ thống quản lý chất lượng như sau:",
            f"1. Văn bản công bố: {_dated(told)}.",
            f"2. Tiêu chuẩn quốc gia áp dụng: {standard}.",
            f"3. Phạm vi áp dụng: {_scope(held) + '.' if held else BLANK}",
            "4. Người đứng đầu xác nhận hiệu lực của hệ thống: "
            f"{'ngày ' + said(held.confirmed_on) + '.' if held else BLANK}",
            f"{unit.committee} gửi Sở Khoa học và Công nghệ để biết, theo dõi.",
        ]
        return replace(
            begun,
            subject=f"thông báo công bố Hệ thống quản lý chất lượng phù hợp tiêu chuẩn quốc gia {standard}",
            to=("Sở Khoa học và Công nghệ",),
            body=body_from_text("\n".join(lines)),
        )


def _dated(told: Declared) -> str:
    """The paper with its day; a citation that names the day already is left as it is."""
    day = said(told.on)
    return told.citation if day in told.citation else f"{told.citation}, ngày {day}"


def _scope(one: Confirmation) -> str:
    return one.scope.strip().rstrip(".").replace("\n", "; ")
