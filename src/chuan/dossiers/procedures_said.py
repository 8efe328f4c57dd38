"""What a file offers, in words: its times with their doubts, the fields it changes."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.dossiers.limit_words import CHANNEL_WORDS, doubt_in_words, time_in_words
from chuan.dossiers.procedures.types import Offered

_FIELDS: dict[str, str | Promise] = {
    "name": later("tên"),
    "field": later("lĩnh vực"),
    "agency": later("cơ quan"),
    "citation": later("quyết định công bố"),
    "legal_acts": later("căn cứ"),
    "components": later("giấy tờ"),
    "steps": later("các bước"),
    "fees": later("phí"),
    "results": later("kết quả"),
    "limits_text": later("thời hạn"),
}


def changed_in_words(fields: Iterable[str]) -> str:
    """ "tên, thời hạn"."""
    return ", ".join(str(_FIELDS[name]) for name in fields)


def offered_time(offered: Offered) -> str:
    """The times of a row of a file, one phrase when all channels agree; the first doubt after it."""
    limits = offered.limits
    if not limits:
        return _("không ghi thời hạn")
    times = {(one.total, one.unit) for one in limits}
    if len(times) == 1 and not any(one.case for one in limits):
        said = time_in_words(*times.pop())
    else:
        said = "; ".join(
            f"{CHANNEL_WORDS[one.channel]}: {time_in_words(one.total, one.unit)}" for one in limits[:6]
        )
    doubt = next((doubt_in_words(one.doubt) for one in limits if one.doubt), "")
    return f"{said} ({doubt})" if doubt else said
