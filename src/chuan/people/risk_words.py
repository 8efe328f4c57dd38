"""The words of the trail for processes, context, parties, risks; merged into ``verbs`` and ``kind_words``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "process.define": _("Thêm quá trình"),
    "process.change": _("Sửa quá trình"),
    "process.end": _("Kết thúc quá trình"),
    "process.give_part": _("Phân công trong quá trình"),
    "process.take_part": _("Thôi phân công trong quá trình"),
    "provider.list": _("Thêm bên cung cấp ngoài"),
    "provider.change": _("Sửa bên cung cấp ngoài"),
    "provider.evaluate": _("Đánh giá bên cung cấp ngoài"),
    "provider.end": _("Thôi một bên cung cấp ngoài"),
    "context.write": _("Ghi một vấn đề về bối cảnh"),
    "context.change": _("Ghi lại một vấn đề về bối cảnh"),
    "context.end": _("Thôi một vấn đề về bối cảnh"),
    "context.review": _("Rà soát bối cảnh"),
    "context.climate": _("Trả lời về biến đổi khí hậu"),
    "party.write": _("Ghi một bên quan tâm"),
    "party.end": _("Thôi một bên quan tâm"),
    "party.review": _("Rà soát các bên quan tâm"),
    "requirement.write": _("Ghi yêu cầu của bên quan tâm"),
    "requirement.change": _("Ghi lại yêu cầu của bên quan tâm"),
    "requirement.end": _("Thôi yêu cầu của bên quan tâm"),
    "risk.note": _("Nêu rủi ro, cơ hội"),
    "risk.change": _("Sửa rủi ro, cơ hội"),
    "risk.score": _("Chấm mức rủi ro, cơ hội"),
    "risk.treat": _("Chọn cách xử lý rủi ro, cơ hội"),
    "risk.leave": _("Chấp nhận rủi ro, bỏ qua cơ hội"),
    "risk.plan": _("Thêm hành động xử lý rủi ro, cơ hội"),
    "risk.act_done": _("Ghi kết quả hành động xử lý rủi ro, cơ hội"),
    "risk.act_drop": _("Thôi một hành động xử lý rủi ro, cơ hội"),
    "risk.finish": _("Ghi đã xử lý xong rủi ro, cơ hội"),
    "risk.review": _("Rà soát rủi ro, cơ hội"),
    "risk.move": _("Dời ngày xem lại rủi ro, cơ hội"),
    "risk.close": _("Đóng rủi ro, cơ hội"),
    "risk.reopen": _("Mở lại rủi ro, cơ hội"),
    "risk.scale": _("Đặt thang chấm rủi ro"),
}

KINDS: dict[str, str | Promise] = {
    "process": _("quá trình"),
    "provider": _("bên cung cấp ngoài"),
    "context_issue": _("vấn đề về bối cảnh"),
    "interested_party": _("bên quan tâm"),
    "risk": _("rủi ro, cơ hội"),
    "risk_action": _("hành động xử lý rủi ro, cơ hội"),
}

PARTS: dict[str, str | Promise] = {
    "purpose": _("Để làm gì"),
    "takes": _("Nhận vào"),
    "gives": _("Làm ra"),
    "outside": _("Ngoài đơn vị"),
    "clauses": _("Điều của tiêu chuẩn"),
    "measures": _("Thước đo"),
    "document_uid": _("Tài liệu mô tả"),
    "provides": _("Cung cấp gì"),
    "controls": _("Kiểm soát thế nào"),
    "causes": _("Nguyên nhân"),
    "outcome": _("Hậu quả"),
    "process": _("Quá trình"),
    "objective": _("Mục tiêu"),
}
