"""Bàn giao: a list is made, the giver confirms, the receiver confirms; with the second word everything passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.offers import handover as offers
from chuan.offers.handover import Passes, Passing
from chuan.offers.subjects import Subject
from chuan.people import handing, handing_fit, handing_holder, permissions
from chuan.people import refusals_handing as refusals
from chuan.people.actions import holding
from chuan.people.actions.handing_lines import made_lines
from chuan.people.handing import Item
from chuan.people.models import Handover, HandoverLine, Official
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import HANDOVER
from chuan.rules.refusals import NotFound, NotYours
from chuan.trail.actions import Act, act


@dataclass(frozen=True, slots=True)
class Choice:
    """What the list says of one item: it passes, or not and why."""

    taken: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """To whom, from which day, by which document; and a choice for each item that was shown."""

    receiver: Official
    on: date
    citation: str
    choices: Mapping[str, Choice]


def prepare(giver: Official, terms: Terms, *, by: Viewer, at: datetime) -> Handover:
    """Make the list. A keeper may make it for anybody of the unit, an official for himself.

    Raises ``NotFound``, ``NotYours``, ``HandoverToSelf``, ``ReceiverCannotSignIn``, ``BeforeUnit``,
    ``CitationMissing``, ``NothingHeld``, ``HandoverListChanged``, ``KeptWithoutReason``,
    ``HandoverBeforeHolding``, ``NothingPasses``, ``NotForReceiver``, ``HandoverOpen``.
    """
    made = Handover(unit=giver.unit, giver=giver)
    _draw_up(made, terms, by=by, at=at)
    with _acting(made, "handover.prepare", by, at) as doing:
        if handing.open_of(giver):
            raise refusals.HandoverOpen(name=giver.name)
        made.save()
        _write(made, terms, doing, by)
    return made


def relist(handover: Handover, terms: Terms, *, by: Viewer, at: datetime) -> None:
    """Make the list anew; both have to confirm again. Raises as ``prepare`` does, and ``WrongMove``."""
    with _acting(handover, "handover.relist", by, at) as doing:
        held = _locked(handover)
        status = HANDOVER.next(held.status, "relist")
        _draw_up(held, terms, by=by, at=at)
        held.status, held.given_at, held.given_for, held.given_reason = status, None, None, ""
        held.save()
        held.lines.all().delete()
        _write(held, terms, doing, by)


def give(handover: Handover, *, seen: str, reason: str = "", by: Viewer, at: datetime) -> None:
    """The giver's word; ``seen`` is the digest of the list he was shown.

    A keeper gives it for somebody who cannot sign in any more, with ``reason``: why, and by which document.
    Raises ``NotYours``, ``GiverCanConfirm``, ``CitationMissing``, ``HandoverListChanged``, ``HandoverListGrown``,
    ``WrongMove``.
    """
    for_him = not _is(handover.giver, by)
    if for_him:
        _require_in_his_place(handover, by)
        reason = holding.cited(reason)
    with _acting(handover, "handover.give", by, at) as doing:
        held = _locked(handover)
        held.status = HANDOVER.next(held.status, "give")
        _require_unchanged(held, seen, by.on)
        held.given_at, held.given_reason = at, reason if for_him else ""
        held.given_for = by.official if for_him else None
        held.save()
        _wait(held, by.on)
        doing.detail = {"reason": reason} if for_him else {}


def accept(handover: Handover, *, seen: str, by: Viewer, at: datetime) -> None:
    """The receiver's word: everything on the list passes, in this act or not at all.

    Raises ``NotYours``, ``HandoverTooEarly``, ``HandoverListChanged``, ``HandoverListGrown``, ``NoKeeperBehind``,
    ``HandoverBeforeHolding``, ``NotForReceiver``, ``LastKeeper``, ``WrongMove``.
    """
    if not _is(handover.receiver, by):
        raise NotYours(thing=_("Bàn giao này"), owner=handover.receiver.name)
    with _acting(handover, "handover.accept", by, at) as doing:
        held = _locked(handover)
        held.status = HANDOVER.next(held.status, "accept")
        if by.on < held.on:
            raise refusals.HandoverTooEarly(on=held.on)
        items = _require_unchanged(held, seen, by.on)
        _require_keeper_behind(held, by.on)
        handing_fit.require_fit(held, _still(held, items), by.on)
        doing.detail = _pass_all(held, items, by, at)
        held.accepted_at = at
        held.save()
        _wait(held, by.on)


def withdraw(handover: Handover, *, reason: str, by: Viewer, at: datetime) -> None:
    """Give it up: either of the two, or a keeper. Raises ``WithdrawReasonMissing``, ``NotYours``, ``WrongMove``."""
    if not (_is(handover.giver, by) or _is(handover.receiver, by) or _keeps(handover, by)):
        raise NotYours(thing=_("Bàn giao này"), owner=handover.giver.name)
    said = " ".join(reason.split())
    if not said:
        raise refusals.WithdrawReasonMissing()
    with _acting(handover, "handover.withdraw", by, at) as doing:
        held = _locked(handover)
        held.status = HANDOVER.next(held.status, "withdraw")
        held.withdrawn_at, held.withdrawn_by, held.withdrawn_reason = at, by.official, said
        held.save()
        _wait(held, by.on)
        doing.detail = {"reason": said}


def may_prepare(viewer: Viewer, giver: Official) -> bool:
    """Whether the viewer may make the giver's list: a keeper of the unit, or the giver."""
    return giver.unit_id == viewer.unit.pk and (permissions.may_keep_staff(viewer) or _is(giver, viewer))


def may_withdraw(viewer: Viewer, handover: Handover) -> bool:
    """Whether the viewer may give the handover up: either of the two, or a keeper of the unit."""
    return _is(handover.giver, viewer) or _is(handover.receiver, viewer) or _keeps(handover, viewer)


def may_give_for(viewer: Viewer, handover: Handover) -> bool:
    """Whether the viewer confirms in the place of a giver who cannot: a keeper, and not the receiver."""
    return _keeps(handover, viewer) and not _is(handover.receiver, viewer) and not _signs_in(handover.giver)


def _draw_up(handover: Handover, terms: Terms, *, by: Viewer, at: datetime) -> None:
    giver, receiver = handover.giver, terms.receiver
    if giver.unit_id != by.unit.pk or receiver.unit_id != by.unit.pk:
        raise NotFound(thing=_("cán bộ này"))
    if not may_prepare(by, giver):
        raise NotYours(thing=_("Bàn giao này"), owner=giver.name)
    if giver.pk == receiver.pk:
        raise refusals.HandoverToSelf(name=giver.name)
    if not _signs_in(receiver):
        raise refusals.ReceiverCannotSignIn(name=receiver.name)
    holding.check_period(giver.unit, terms.on, None)
    handover.receiver, handover.on, handover.citation = receiver, terms.on, holding.cited(terms.citation)
    handover.prepared_by, handover.prepared_at = by.official, at
    handover.by_keeper = may_pass_posts(by, giver.unit_id, receiver)


def may_pass_posts(viewer: Viewer, unit_id: int, receiver: Official | None) -> bool:
    """Whether posts and roles may stand on the viewer's list: a keeper's, and none for himself."""
    own = receiver is not None and _is(receiver, viewer)
    return permissions.may_keep_staff(viewer) and unit_id == viewer.unit.pk and not own


def _write(handover: Handover, terms: Terms, doing: Act, by: Viewer) -> None:
    items = handing.items_of(handover.giver, by.on)
    lines = made_lines(handover, items, terms.choices)
    taken = {one.ref for one in lines if one.taken and one.holder == handing_holder.PostsAndRoles.key}
    for held in handing_holder.chosen_of(handover.giver, taken, by.on):
        handing_holder.require_begun(held, handover.giver, handover.on)
    handing_fit.require_fit(handover, lines, max(handover.on, by.on))
    HandoverLine.objects.bulk_create(lines, batch_size=500)
    _wait(handover, by.on)
    doing.detail = {
        "official": [handover.giver.name, handover.receiver.name],
        "on": handover.on.isoformat(),
        "citation": handover.citation,
        "rows": len(lines),
    }


def _require_unchanged(handover: Handover, seen: str, on: date) -> list[Item]:
    """The list as it is now: what was shown, and nothing that the list does not name."""
    items, lines = handing.items_of(handover.giver, on), list(handover.lines.all())
    changes = handing.changes_of(handover, lines, items)
    if changes.new:
        raise refusals.HandoverListGrown(changes=_few([one.held.what for one in changes.new]))
    if handing.digest_of(items) != seen:
        gone = [one.what for one in changes.gone]
        raise refusals.HandoverListChanged(changes=_few(gone) or _("có mục đã xong"))
    return items


def _require_keeper_behind(handover: Handover, on: date) -> None:
    passes = handover.lines.filter(holder=handing_holder.PostsAndRoles.key, taken=True)
    if not passes.exists():
        return
    by = handover.prepared_by
    grants = by.grants.on(on).filter(unit=handover.unit, role__in=permissions.STAFF_KEEPERS) if by else None
    if not handover.by_keeper or grants is None or not grants.exists():
        raise refusals.NoKeeperBehind(who=permissions.in_words(*permissions.STAFF_KEEPERS))


def _pass_all(handover: Handover, items: Sequence[Item], by: Viewer, at: datetime) -> dict[str, object]:
    """Give every room its lines, and write down what became of each."""
    now = {one.key for one in items}
    passing = Passing(handover.giver, handover.receiver, handover.on, handover.citation, by, at)
    lines = list(handover.lines.all())
    for line in lines:
        line.outcome = _outcome(line, now)
    passed = [one for one in lines if one.outcome == HandoverLine.Outcome.PASSED]
    for holder in offers.holders():
        refs = {one.ref for one in passed if one.holder == holder.key and one.passes != Passes.WITH_POST}
        if refs:
            holder.pass_on(refs, passing)
    HandoverLine.objects.bulk_update(lines, ["outcome"], batch_size=500)
    counts = Counter(str(HandoverLine.Outcome(one.outcome).label) for one in lines)
    return {"changes": dict(counts), "rows": [one.what for one in passed][:200]}


def _still(handover: Handover, items: Sequence[Item]) -> list[HandoverLine]:
    """The lines of what is held to this day."""
    now = {one.key for one in items}
    return [one for one in handover.lines.all() if handing.key_of(one.holder, one.ref) in now]


def _outcome(line: HandoverLine, now: set[str]) -> str:
    if handing.key_of(line.holder, line.ref) not in now:
        return HandoverLine.Outcome.GONE
    return HandoverLine.Outcome.PASSED if line.taken else HandoverLine.Outcome.KEPT


def _wait(handover: Handover, on: date) -> None:
    """In Việc của tôi of both until it is done; of the preparer where the giver cannot sign in."""
    officials: list[Official] = []
    if handover.open:
        giver = handover.giver if _signs_in(handover.giver) else handover.prepared_by
        officials = [one for one in (giver, handover.receiver) if one is not None]
    subject = Subject(handing.KIND, handover.uid)
    offers.wait_for(subject, handover.unit, officials, handover.on, on=on)


def _acting(handover: Handover, verb: str, by: Viewer, at: datetime) -> AbstractContextManager[Act]:
    return act(verb, Subject(handing.KIND, handover.uid), by=by, unit_uid=by.unit_uid, at=at)


def _locked(handover: Handover) -> Handover:
    rows = Handover.objects.select_for_update(of=("self",))
    return rows.select_related(
        "unit", "giver__account", "giver__unit", "receiver__account", "prepared_by"
    ).get(pk=handover.pk)


def _require_in_his_place(handover: Handover, by: Viewer) -> None:
    if not _keeps(handover, by) or _is(handover.receiver, by):
        raise NotYours(thing=_("Bàn giao này"), owner=handover.giver.name)
    if _signs_in(handover.giver):
        raise refusals.GiverCanConfirm(name=handover.giver.name)


def _keeps(handover: Handover, by: Viewer) -> bool:
    return permissions.may_keep_staff(by) and handover.unit_id == by.unit.pk


def _is(official: Official, viewer: Viewer) -> bool:
    return viewer.official is not None and viewer.official.pk == official.pk


def _signs_in(official: Official) -> bool:
    return official.account is not None and official.account.is_active


def _few(names: Sequence[str]) -> str:
    shown = "; ".join(names[:3])
    return (
        _("%(shown)s và %(more)s mục khác") % {"shown": shown, "more": len(names) - 3}
        if len(names) > 3
        else shown
    )
