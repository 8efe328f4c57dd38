"""The head answers a line; whom he asked says what he did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.briefing import refusals, reminding
from chuan.briefing.choices import choice_of
from chuan.briefing.gathering import gather
from chuan.briefing.models import Answer, Brief, BriefLine
from chuan.briefing.permissions import require_read
from chuan.briefing.words import verb_words
from chuan.offers.subjects import Subject
from chuan.people.models import Appointment, Official, Unit
from chuan.people.viewer import Viewer
from chuan.rules.briefs import Verb
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of whom by when; with agreement nothing is."""

    official: Official | None = None
    due_on: date | None = None
    words: str = ""


def answer(line: BriefLine, verb: Verb, asking: Asking, *, by: Viewer, at: datetime) -> Answer:
    """Answer a line of the newest brief, once. A matter that settled meanwhile is kept as such and asks nobody.

    Raises ``NotFound``, ``BriefOver``, ``VerbNotOffered``, ``NobodyAsked``, ``DuePast``, ``AnsweredAlready``.
    """
    require_read(by)
    _require_newest(line, by)
    if verb not in line.allowed or by.official is None:
        raise refusals.VerbNotOffered()
    row = Answer(
        unit=line.brief.unit,
        line=line,
        verb=verb.value,
        by=by.official,
        words=asking.words.strip(),
        recorded_at=at,
    )
    if verb is not Verb.AGREE:
        row.official, row.due_on = _asked(line, verb, asking, by)
    row.moot = _is_over(line, at)
    if row.moot or verb is Verb.AGREE:
        row.state, row.done_at = Answer.State.DONE, at
    with act(
        "briefs.answer",
        Subject("brief_line", line.uid),
        by=by,
        unit_uid=by.unit_uid,
        at=at,
        what=verb_words(verb),
    ):
        _require_unanswered(line)
        row.save()
        if row.state == Answer.State.OPEN:
            reminding.ask(row, by.on)
        if not BriefLine.objects.filter(brief=line.brief, answer__isnull=True).exists():
            reminding.put_by(line.brief, by.on)
    return row


def finish(row: Answer, note: str, *, by: Viewer, at: datetime) -> Answer:
    """Whom the head asked says what he did, or why; a reminder may be put by without a word.

    Raises ``NotFound``, ``NoteMissing``, ``DoneAlready``.
    """
    if by.official is None or row.official_id != by.official.pk:
        raise NotFound(thing=_("việc này"))
    if not note.strip() and row.verb != Answer.Verb.REMIND:
        raise refusals.NoteMissing()
    with act("briefs.finish", Subject("brief_answer", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = Answer.objects.select_for_update().get(pk=row.pk)
        if held.state == Answer.State.DONE:
            raise refusals.DoneAlready()
        held.state, held.note, held.done_at = Answer.State.DONE, note.strip(), at
        held.save(update_fields=["state", "note", "done_at"])
        reminding.over(held, by.on)
    return held


def _require_newest(line: BriefLine, by: Viewer) -> None:
    if line.brief.unit_id != by.unit.pk:
        raise NotFound(thing=_("dòng này"))
    if Brief.objects.filter(unit=by.unit, on__gt=line.brief.on).exists():
        raise refusals.BriefOver(on=line.brief.on)


def _asked(line: BriefLine, verb: Verb, asking: Asking, by: Viewer) -> tuple[Official, date]:
    """Whom and by when: who is concerned and the usual days where nothing was said."""
    official = asking.official or line.official
    if (
        official is None
        or not Appointment.objects.on(by.on).filter(official=official, post__unit=by.unit).exists()
    ):
        raise refusals.NobodyAsked()
    due = asking.due_on or reminding.usual_due(by.unit, verb, by.on)
    if due < by.on:
        raise refusals.DuePast(day=due)
    return official, due


def _is_over(line: BriefLine, at: datetime) -> bool:
    """Whether the matter is no longer told by its room; asked before the transaction."""
    on, unit = timezone.localtime(at).date(), line.brief.unit
    return line.key not in gather(unit, choice_of(unit, on), on, at).harms


def _require_unanswered(line: BriefLine) -> None:
    Unit.objects.select_for_update().get(pk=line.brief.unit_id)
    given = Answer.objects.filter(line=line).select_related("by").first()
    if given is not None:
        raise refusals.AnsweredAlready(name=given.by.name, verb=str(given.get_verb_display()).lower())
