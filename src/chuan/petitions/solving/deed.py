"""An act of the solving as its page needs it, and which refusal belongs to which box."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from chuan.people.viewer import Viewer
from chuan.petitions.actions.solving.stepping import may_sign
from chuan.petitions.forms_solving import StepForm
from chuan.petitions.models import Petition
from chuan.petitions.permissions import may_record
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.petitions import Kind

Words = str | Promise


@dataclass(frozen=True)
class Deed:
    """One act with its page.

    ``name``: of its address, ``slug`` the last part of it. ``verbs``: what it writes, by kind the first that the
    lifecycle knows. ``statuses``: when it is offered, of what is no move; moves are offered when the lifecycle allows
    them. ``signs``: only leaders and keepers write it. ``law``: keys shown beside the form. ``lead``: what the reader
    has to know first. ``papers``: keys of the papers it may rest on (``law/petition_forms.toml``).
    """

    name: str
    slug: str
    verbs: tuple[str, ...]
    kinds: frozenset[Kind]
    title: Words
    button: Words
    form: type[StepForm]
    run: Callable[..., Any]
    done: Words
    order: int
    signs: bool = False
    statuses: frozenset[str] = frozenset()
    law: tuple[str, ...] = ()
    lead: Words = ""
    own_title: Mapping[str, Words] = field(default_factory=dict)
    papers: tuple[str, ...] = ()

    def verb_of(self, petition: Petition) -> str:
        """What it writes on this petition."""
        known = LIFECYCLES[petition.kind].verbs
        return next((one for one in self.verbs if one in known), self.verbs[0])

    def title_of(self, petition: Petition) -> str:
        """What its page is called for this petition."""
        return str(self.own_title.get(petition.kind, self.title))

    def possible(self, petition: Petition) -> bool:
        """Whether the petition stands where this may be done."""
        if petition.kind not in self.kinds or not petition.present:
            return False
        if self.statuses:
            return petition.status in self.statuses
        return (petition.status, self.verb_of(petition)) in LIFECYCLES[petition.kind].moves

    def allowed(self, viewer: Viewer, petition: Petition) -> bool:
        """Whether the viewer, who sees the petition, is one who does it."""
        return may_record(viewer, petition) and (may_sign(viewer) or not self.signs)


ERRORS: Mapping[str, str] = {
    "step_to_come": "on", "petition_step_too_early": "on", "step_before_last": "on", "prolonged_too_early": "on",
    "prolonged_too_late": "on", "prolonged_first": "on", "petition_ended": "on", "words_missing": "text",
    "names_no_document": "number", "prolonged_unsigned": "number", "about_himself": "official",
    "handler_not_here": "official", "handler_already": "official", "handler_no_work": "official",
    "prolonged_too_long": "days",
    "criteria_none": "met", "criteria_too_many": "met", "determined_already": "met", "notice_too_short": "held_on",
    "copies_too_few": "copies", "withdrawn_after_stop": "withdrawn_on", "publish_unchecked": "checked",
    "file_undeclared": "declared", "file_by_keeper": "file", "task_due_early": "due_on",
}  # fmt: skip
"""Which refusal belongs to which box, on whichever page has that box; else it stands above the form."""
