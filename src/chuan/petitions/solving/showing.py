"""What the solving puts on a petition's page: the acts that are possible now, and three cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from chuan.files.models import Attachment
from chuan.offers import checks as projections
from chuan.people.viewer import Viewer
from chuan.petitions.actions.solving.working import FILES
from chuan.petitions.events import data_of, standing_events
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.permissions import may_record
from chuan.petitions.showing import parts
from chuan.petitions.showing.parts import Card, Link
from chuan.petitions.showing.verdicts import upper_first
from chuan.petitions.solving import checks, papers, tasks
from chuan.petitions.solving.deed import Deed
from chuan.petitions.solving.deeds import DEEDS
from chuan.petitions.solving.words import COMPLEXITY_NAMES, RATINGS, SIGNS, WITHDRAWAL_QUESTIONS
from chuan.petitions.steps import verb_words
from chuan.ui import formatters as say

WORK = ("assign", "plan", "minutes", "evidence", "talk_notice", "talk")
LENGTH = ("determine", "prolong")
WITHDRAWN = ("withdraw",)


@dataclass(frozen=True, slots=True)
class Worked:
    """One line of the work as its card shows it."""

    line: PetitionEvent
    what: str
    notes: Sequence[str | Promise]
    file: Attachment | None = None


class SolvingPart:
    """Offered to `showing.parts`."""

    def links(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Link]:
        """One for each act that the case and the viewer allow; what waits to be sent only while it does."""
        if not may_record(viewer, petition):
            return
        for deed in DEEDS:
            if deed.possible(petition) and deed.allowed(viewer, petition) and _waits(deed, petition):
                url = reverse(f"petitions:{deed.name}", args=[petition.uid])
                yield Link(deed.title_of(petition), url, deed.order + _later(deed, petition, viewer))

    def cards(self, petition: Petition, viewer: Viewer, on: date) -> Iterable[Card]:
        """Verifying, lengthening, what has to be done: each where there is something to show."""
        lines = list(standing_events(petition).select_related("official", "by"))
        worked = [one for one in lines if one.verb in WORK]
        if worked:
            yield Card("petitions/solving/work.html", {"lines": _worked(worked, petition, viewer)}, 40)
        length = [one for one in lines if one.verb in LENGTH]
        if length:
            yield Card(
                "petitions/solving/length.html",
                {"lines": _told(length, petition), "due": petition.due_on},
                41,
            )
        gone = [one for one in lines if one.verb in WITHDRAWN]
        if gone:
            yield Card("petitions/solving/withdrawn.html", {"lines": _told(gone, petition)}, 42)
        told = tasks.tasks_in(lines)
        if told or (petition.status == "published" and petition.kind in ("complaint", "denunciation")):
            yield Card("petitions/solving/tasks.html", {"tasks": told, "on": on}, 43)


def _waits(deed: Deed, petition: Petition) -> bool:
    """A decision to suspend or stop is sent once: its clock says whether it still waits, where the law has one."""
    if deed.name != "send":
        return True
    last = standing_events(petition).filter(verb__in=("suspend", "stop", "send")).last()
    return last is not None and last.verb != "send"


def _later(deed: Deed, petition: Petition, viewer: Viewer) -> int:
    """What is usually next stands first: verifying for whoever verifies, the result for who decides.

    A case that has somebody is given away again at the end.
    """
    if deed.name == "assign":
        return 50 if petition.handler_id else 0
    mine = viewer.official is not None and petition.handler_id == viewer.official.pk
    return 22 if deed.name in WORK and not mine else 0


def _worked(lines: Sequence[PetitionEvent], petition: Petition, viewer: Viewer) -> list[Worked]:
    files = {}
    if may_record(viewer, petition):
        hung = Attachment.objects.filter(subject_kind=FILES, subject_uid__in=[one.uid for one in lines])
        files = {one.subject_uid: one for one in hung}
    return [Worked(one, _what(one, petition), list(_notes(one)), files.get(one.uid)) for one in lines]


def _told(lines: Sequence[PetitionEvent], petition: Petition) -> list[Worked]:
    return [Worked(one, _what(one, petition), list(_notes(one))) for one in lines]


def _what(line: PetitionEvent, petition: Petition) -> str:
    return upper_first(verb_words(petition.kind, line.verb))


def _notes(line: PetitionEvent) -> Iterator[str | Promise]:
    """What a line says beside its words."""
    data = data_of(line)
    if line.official:
        yield line.official.name
    if line.document:
        yield line.document
    if line.days:
        yield _("thêm %s ngày") % line.days
    if "complexity" in data:
        yield COMPLEXITY_NAMES[data["complexity"]]
        yield _("%s tiêu chí") % data["met"]
    if data.get("late"):
        yield _("ký trong hạn, nhập sau khi hết hạn")
    if data.get("copies"):
        yield _("biên bản %s bản") % data["copies"]
    if data.get("absent"):
        yield _("người khiếu nại vắng mặt, vẫn tiếp tục giải quyết")
    if data.get("unannounced"):
        yield _("chưa báo trước đủ ngày")
    if data.get("rating"):
        yield RATINGS[data["rating"]]
    yield from _days_named(data)
    yield from (f"{words} {_sign(data[key])}" for key, words in WITHDRAWAL_QUESTIONS.items() if key in data)


def _days_named(data: dict[str, str]) -> Iterator[str]:
    if "held_on" in data:
        yield _("đối thoại ngày %s") % say.day(date.fromisoformat(data["held_on"]))
    if "until" in data:
        yield _("xong trước hết %s") % say.day(date.fromisoformat(data["until"]))


def _sign(answer: str) -> str:
    return str(SIGNS.get(answer, answer))


def register() -> None:
    """Offer the part and the kind of thing; called when the programme starts."""
    parts.offer("solving", SolvingPart())
    tasks.register()
    papers.register()
    projections.register_projection("petitions.tasks", checks.tasks_agree)
