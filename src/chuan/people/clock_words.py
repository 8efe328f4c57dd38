"""The words of the trail for calendars of due days and for letters to officials. Merged into ``verbs``."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "feed_key.make": _("Lập khóa lịch việc"),
    "feed_key.end": _("Bỏ khóa lịch việc"),
}
