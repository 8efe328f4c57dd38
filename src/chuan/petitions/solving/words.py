"""Names of what the lines of a solving say, as screens and papers word them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.rules.petitions import Complexity

COMPLEXITY_NAMES: Mapping[str, str | Promise] = {
    Complexity.PLAIN: _("vụ việc thường"),
    Complexity.COMPLEX: _("vụ việc phức tạp"),
    Complexity.ESPECIALLY: _("vụ việc đặc biệt phức tạp"),
}

RATINGS: Mapping[str, str | Promise] = {
    "5": _("rất hài lòng"),
    "4": _("hài lòng"),
    "3": _("bình thường"),
    "2": _("không hài lòng"),
    "1": _("rất không hài lòng"),
}
"""How the person who sent feedback found the answer."""

SIGNS: Mapping[str, str | Promise] = {
    "unseen": _("chưa xem xét"),
    "no": _("đã xem, không có"),
    "yes": _("có dấu hiệu"),
}

WITHDRAWAL_QUESTIONS: Mapping[str, str | Promise] = {
    "violation": _("Nội dung tố cáo có dấu hiệu vi phạm pháp luật?"),
    "coercion": _("Việc rút có do bị đe dọa, mua chuộc?"),
    "slander": _("Có lợi dụng việc tố cáo để vu khống, xúc phạm người khác?"),
}
"""What has to be looked at when a denunciation is withdrawn: any of them, and it goes on all the same."""
