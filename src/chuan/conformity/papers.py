"""The unit's own declaration as a draft begins. Its own layout: the form of Phụ lục I was never found."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.utils import timezone, translation

from chuan.conformity.models import Confirmation
from chuan.documents.outgoing.beginnings import beginning_of
from chuan.paper.contents import Content, body_from_text
from chuan.rules.wording import said

BASIS = (
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống "
    "quản lý chất lượng theo tiêu chuẩn quốc gia vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính "
    "nhà nước"
)


def declaration_content(one: Confirmation, *, at: datetime) -> Content:
    """A decision by which the unit itself declares, never "chứng nhận" (19/2014/QĐ-TTg, Điều 4)."""
    with translation.override("vi"):
        unit, on = one.unit, timezone.localtime(at).date()
        begun = beginning_of("QĐ", unit, on)
        scope = one.scope.strip().rstrip(".").replace("\n", "; ")
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
