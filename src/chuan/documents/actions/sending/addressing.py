"""Whom lines of "Nơi nhận" name, as a person says; groups and outside addresses."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chuan.documents.actions.sending.queueing import REGISTER, _queue_inside
from chuan.documents.models import Correspondent, Delivery, Document, Group, Recipient
from chuan.documents.permissions import check_owner, check_registers
from chuan.documents.recipients import ALL, FILE, GROUP, OUTSIDE, Directory, is_reference, tidy_line
from chuan.documents.refusals_sending import AddressTwice, GroupEmpty, NothingChosen, OrganCodeWrong
from chuan.exchange.edxml import organ_code
from chuan.intake.record_systems import system_on
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Address:
    """An outside agency or person as typed."""

    name: str
    other_names: str = ""
    organ_code: str = ""
    mail: str = ""


def choose(
    recipient: Recipient, kind: str, target: str, *, remember: bool = False, by: Viewer, at: datetime
) -> list[Delivery]:
    """Say whom a line names; of an issued document that Chuẩn sends, the new sendings are made at once.

    ``remember``: the next document with the same line finds the group or address by itself; a line that only
    points elsewhere ("Như Điều 3") is never remembered. Raises ``NothingChosen``, ``NotFound``, ``NotAllowed``.
    """
    document = recipient.document
    check_registers(by)
    check_owner(by, document)
    if not kind:
        raise NothingChosen()
    known = {(one, uid) for one, uid, _label in Directory(document.owner_unit, by.on).choices()}
    if (kind, target) not in known:
        raise NotFound(thing="nơi nhận ấy")
    subject = Subject("document", document.uid)
    with act("recipient.choose", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        recipient.kind, recipient.target = kind, target
        recipient.save(update_fields=["kind", "target"])
        if remember and not is_reference(recipient.line):
            _remember(document, kind, target, recipient.line)
        made = _sent_too(document, by=by, at=at)
        doing.detail = {"line": recipient.line, "kind": kind, "sendings": len(made)}
    return made


def put_correspondent(
    given: Address, *, by: Viewer, at: datetime, standing: Correspondent | None = None
) -> Correspondent:
    """A new outside address, or a standing one mended. Raises ``OrganCodeWrong``, ``AddressTwice``, ``NotAllowed``."""
    check_registers(by)
    code = given.organ_code.strip()
    if code and organ_code(code) is None:
        raise OrganCodeWrong(typed=code)
    one = standing or Correspondent(unit=by.unit, recorded_at=at, uid=new_uid())
    if one.unit_id != by.unit.pk:
        raise NotFound(thing="nơi nhận ấy")
    _check_free(Correspondent, one, given.name, by)
    verb = "correspondent.mend" if standing else "correspondent.put"
    with act(verb, Subject("correspondent", one.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        one.name, one.other_names = " ".join(given.name.split()), _names(given.other_names)
        one.organ_code, one.mail = code, given.mail.strip()
        one.save()
        doing.detail = {"name": one.name, "code": code}
    return one


def end_correspondent(one: Correspondent, *, by: Viewer, at: datetime) -> None:
    """Nothing is sent there any more; what was sent stays. Raises ``NotAllowed``."""
    _end("correspondent.end", "correspondent", one, by=by, at=at)


def put_group(
    name: str, other_names: str, posts: Iterable[Post], officials: Iterable[Official], *, by: Viewer, at: datetime,
    standing: Group | None = None,
) -> Group:  # fmt: skip
    """A new group, or a standing one mended. Raises ``GroupEmpty``, ``AddressTwice``, ``NotAllowed``."""
    check_registers(by)
    held, people = list(posts), list(officials)
    if not held and not people:
        raise GroupEmpty()
    one = standing or Group(unit=by.unit, recorded_at=at, uid=new_uid())
    if one.unit_id != by.unit.pk:
        raise NotFound(thing="nhóm ấy")
    _check_free(Group, one, name, by)
    verb = "group.mend" if standing else "group.put"
    with act(verb, Subject("group", one.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        one.name, one.other_names = " ".join(name.split()), _names(other_names)
        one.save()
        one.posts.set(held)
        one.officials.set(people)
        doing.detail = {"name": one.name, "people": len(people), "posts": len(held)}
    return one


def end_group(one: Group, *, by: Viewer, at: datetime) -> None:
    """Nothing is sent to the group any more. Raises ``NotAllowed``."""
    _end("group.end", "group", one, by=by, at=at)


def _end(verb: str, kind: str, one: Correspondent | Group, *, by: Viewer, at: datetime) -> None:
    check_registers(by)
    if one.unit_id != by.unit.pk:
        raise NotFound(thing="nơi nhận ấy")
    with act(verb, Subject(kind, one.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        one.ended_on = by.on
        one.save(update_fields=["ended_on"])
        doing.detail = {"name": one.name}


def _sent_too(document: Document, *, by: Viewer, at: datetime) -> list[Delivery]:
    """New sendings, where the document is out and Chuẩn is what sends it."""
    if document.stage != "issued" or not system_on(document.owner_unit, REGISTER, by.on).keeps:
        return []
    return _queue_inside(document, by=by, at=at)


def _remember(document: Document, kind: str, target: str, line: str) -> None:
    """Add the line to the other names of the group or address."""
    if kind in (ALL, FILE) or kind not in (GROUP, OUTSIDE):
        return
    table = Group if kind == GROUP else Correspondent
    one = table.objects.select_for_update().get(unit=document.owner_unit, uid=uuid.UUID(target))
    known = {tidy_line(name) for name in (one.name, *one.other_names.splitlines())}
    if tidy_line(line) not in known:
        one.other_names = _names(f"{one.other_names}\n{line}")
        one.save(update_fields=["other_names"])


def _names(text: str) -> str:
    lines = (" ".join(line.split()).strip(" -;.") for line in text.splitlines())
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _check_free(
    table: type[Correspondent] | type[Group], one: Correspondent | Group, name: str, by: Viewer
) -> None:
    wanted = tidy_line(name)
    rows = table.objects.filter(unit=by.unit, ended_on=None).exclude(pk=one.pk)
    if any(tidy_line(known) == wanted for known in rows.values_list("name", flat=True)):
        raise AddressTwice(name=" ".join(name.split()))
