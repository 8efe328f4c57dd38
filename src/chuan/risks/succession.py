"""When a ward goes into another: what still bears on the work goes along, what is over stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.offers import succession
from chuan.offers.succession import Hindrance, Matter, Passage
from chuan.people.models import Unit
from chuan.risks import searching
from chuan.risks.models import ContextIssue, InterestedParty, Risk


class Risks:
    """Open risks and opportunities, standing issues and parties. The climate question is asked anew."""

    key = "risks.register"
    words = "Rủi ro, bối cảnh, các bên quan tâm"

    def matters(self, unit: Unit) -> Sequence[Matter]:
        """Three statements."""
        risks = list(Risk.objects.filter(owner_unit=unit).values_list("status", flat=True))
        over = sum(1 for one in risks if one == "closed")
        note = _("Đơn vị mới chấm lại mức theo thang của mình.")
        return [
            Matter(_("rủi ro, cơ hội đang theo dõi"), moves=len(risks) - over, stays=over, note=note),
            Matter(_("vấn đề về bối cảnh"), moves=ContextIssue.objects.filter(owner_unit=unit, valid_to=None).count()),
            Matter(
                _("bên quan tâm"), moves=InterestedParty.objects.filter(owner_unit=unit, valid_to=None).count(),
                note=_("Bên trùng tên với bên của đơn vị mới thì giữ ở đơn vị cũ."),
            ),
        ]  # fmt: skip

    def hindrances(self, unit: Unit, on: date) -> Iterable[Hindrance]:
        """None."""
        return ()

    def move(self, passage: Passage) -> Mapping[str, int]:
        """Owners who go over keep what is theirs; what others answered for waits for whoever keeps the register."""
        open_ = Risk.objects.open().filter(owner_unit=passage.old)
        open_.exclude(Q(owner_official=None) | Q(owner_official__in=passage.officials)).update(
            owner_official=None
        )
        for old, new in passage.posts.items():
            open_.filter(owner_post=old).update(owner_post=new)
        open_.filter(owner_post__unit=passage.old).update(owner_post=None)
        keys = list(open_.values_list("pk", flat=True))
        open_.update(owner_unit=passage.new)
        searching.put(Risk.objects.filter(pk__in=keys))
        issues = ContextIssue.objects.filter(owner_unit=passage.old, valid_to=None).update(
            owner_unit=passage.new
        )
        known = InterestedParty.objects.filter(owner_unit=passage.new, valid_to=None).values_list(
            "name", flat=True
        )
        parties = InterestedParty.objects.filter(owner_unit=passage.old, valid_to=None).exclude(
            name__in=set(known)
        )
        return {
            "risks": len(keys),
            "context_issues": issues,
            "parties": parties.update(owner_unit=passage.new),
        }


def offer() -> None:
    """Register; called when the programme starts."""
    succession.register(Risks(), place=33)
