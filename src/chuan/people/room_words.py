"""The words of the trail for rooms switched on and off. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "room.switch": _("Bật, tắt phân hệ"),
    "room.say_kept": _("Ghi sổ của phân hệ tắt giữ ở đâu"),
    "room.settle": _("Chọn các phân hệ để bắt đầu"),
}

PARTS: dict[str, str | Promise] = {
    "room": _("Phân hệ"),
    "room_on": _("Bật"),
    "kept_at": _("Giữ ở đâu khi tắt"),
}
