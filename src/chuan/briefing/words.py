"""Words of verbs and of what a brief leaves out, for pages and papers alike."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.briefing.models import Answer, Brief
from chuan.rules.briefs import Verb
from chuan.ui import formatters as say

SLUGS = {
    "giao-viec": Verb.ASSIGN, "nhac": Verb.REMIND, "giai-trinh": Verb.EXPLAIN, "dong-y": Verb.AGREE,
}  # fmt: skip
"""How an address names a verb."""

READERS = {"chairman": later("Chủ tịch"), "vice_chairman": later("Phó Chủ tịch")}


def verb_words(verb: Verb) -> str:
    """ "Giao việc"."""
    return str(Answer.Verb(verb.value).label)


def slug_of(verb: Verb) -> str:
    """The verb in an address."""
    return next(slug for slug, one in SLUGS.items() if one is verb)


def more_words(brief: Brief) -> str:
    """What the brief does not show, in one or more sentences; "" when it shows everything."""
    told = []
    if brief.more:
        told.append(_("Còn %s việc nhẹ hơn chưa lên bản tin này.") % say.number(brief.more))
    if brief.early:
        words = _("%s việc chờ đủ một ngày làm việc để người phụ trách giải trình, lên bản tin kế tiếp.")
        told.append(words % say.number(brief.early))
    if brief.resting:
        told.append(_("%s việc đã trả lời, chưa có gì mới.") % say.number(brief.resting))
    return " ".join(told)
