"""The words for what is done about nonconformities; merged into ``verbs`` and ``kind_words``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "correction.raise": _("Nêu sự không phù hợp"),
    "correction.aside": _("Bỏ qua đề nghị nêu sự không phù hợp"),
    "correction.correct": _("Ghi việc khắc phục ngay"),
    "correction.analyse": _("Ghi nguyên nhân"),
    "correction.causes": _("Đặt danh mục nguyên nhân của đơn vị"),
    "correction.plan": _("Lập kế hoạch khắc phục"),
    "correction.done": _("Ghi kết quả hành động khắc phục"),
    "correction.drop": _("Bỏ hành động khắc phục"),
    "correction.judge": _("Đánh giá hiệu lực khắc phục"),
    "correction.close": _("Kết thúc sự không phù hợp"),
    "correction.put_aside": _("Kết luận không phải sự không phù hợp"),
    "correction.document": _("Ghi tài liệu bị ảnh hưởng"),
    "correction.settle": _("Ghi kết quả với tài liệu bị ảnh hưởng"),
}

KINDS: dict[str, str | Promise] = {
    "nonconformity": _("sự không phù hợp"),
    "corrective_action": _("hành động khắc phục"),
    "fault_proposal": _("đề nghị nêu sự không phù hợp"),
}
