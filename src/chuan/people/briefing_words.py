"""The words of the trail for Bản tin sáng. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "briefs.make": _("Làm bản tin sáng"),
    "briefs.answer": _("Trả lời một dòng của bản tin"),
    "briefs.finish": _("Ghi kết quả việc giao từ bản tin"),
    "briefs.explain": _("Giải trình cho bản tin"),
    "briefs.choose": _("Chọn giờ và người đọc bản tin"),
}

KINDS: dict[str, str | Promise] = {
    "brief": _("bản tin sáng"),
    "brief_line": _("dòng của bản tin"),
    "brief_foreseen": _("dòng báo trước của bản tin"),
    "brief_answer": _("việc từ bản tin"),
}

PARTS: dict[str, str | Promise] = {
    "day": _("Ngày"),
    "what": _("Cách trả lời"),
    "hour": _("Giờ"),
}
