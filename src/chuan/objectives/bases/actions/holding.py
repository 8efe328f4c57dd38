"""A paper held while somebody says something of it; who may, and what stands in the way."""

from __future__ import annotations

from chuan.objectives.bases import kept, refusals
from chuan.objectives.bases.comparing import compared
from chuan.objectives.bases.rows import Comparison
from chuan.objectives.bases.saying import question
from chuan.objectives.models import Basis, Plan
from chuan.objectives.permissions import require_planner
from chuan.objectives.refusals import PlanClosed
from chuan.people.models import Official
from chuan.people.viewer import Viewer

BASIS = "basis"
"""The kind of subject."""


def require(by: Viewer, plan: Plan) -> None:
    """Refuse whoever does not plan, and a plan that was replaced."""
    require_planner(by, plan)
    if plan.status != Plan.Status.STANDING:
        raise PlanClosed()


def held(basis: Basis, *, asked: bool = True) -> None:
    """The paper locked, not put away, nothing asked about it (unless that is what is being answered)."""
    Basis.objects.select_for_update(of=("self",)).get(pk=basis.pk)
    if kept.is_away(basis):
        raise refusals.BasisPutAway()
    if asked and kept.is_open_question(basis):
        raise refusals.PaperDoubted(asked=" ".join(question(*one) for one in basis.questions))


def now(basis: Basis) -> Comparison:
    """The comparison as it stands, with what is confirmed."""
    return compared(basis.plan, basis.text, year=basis.year, settled=kept.matches(basis))


def person(by: Viewer) -> Official:
    """Who acts: whoever plans is an official."""
    assert by.official is not None
    return by.official
