"""Titles that came in by file written into the register, each for whom a person said it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.titles import Title
from chuan.trail.actions import act
from chuan.workforce import refusals_titles_elsewhere as no
from chuan.workforce.actions.titles import Decided, record_decision, require_own
from chuan.workforce.models import Reward, TitledElsewhere, TitleRound
from chuan.workforce.titles.elsewhere import given_in


@dataclass(frozen=True, slots=True)
class Whose:
    """What a person says of a line: whose title it is. ``official`` None: the team that the line names."""

    row: TitledElsewhere
    official: Official | None


Group = tuple[str, Decided]


def bring_in_titles(
    round_: TitleRound, chosen: Sequence[Whose], *, why: str = "", by: Viewer, at: datetime
) -> int:
    """Write each line into the register as a decision from elsewhere, all or none; how many lines.

    A line whose title stands there already by the same decision is joined with it. ``why``: as ``record_decision``
    takes it. The trail names decisions and numbers. Raises ``NotAllowed``, ``NotFound``, ``NoTitleChosen``,
    ``TitleTwice``, ``OtherDecision``, and whatever ``record_decision`` refuses.
    """
    require_own(by, round_)
    _check(round_, chosen)
    subject = Subject("title_round", round_.uid)
    with act("titles.bring_in", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        TitleRound.objects.select_for_update().get(pk=round_.pk)
        left = _joined(chosen, given_in(round_))
        for (title, decided), rows in _groups(left, by).items():
            _write(round_, Title(title), decided, rows, why, by=by, at=at)
        doing.detail = {"rows": len(chosen)}
    return len(chosen)


def _check(round_: TitleRound, chosen: Sequence[Whose]) -> None:
    if not chosen:
        raise no.NoTitleChosen()
    seen: set[tuple[str, int]] = set()
    for one in chosen:
        if one.row.unit_id != round_.unit_id or one.row.year != round_.year or one.row.until_at is not None:
            raise NotFound(thing=one.row.name)
        if one.official is None:
            continue
        key = (one.row.title, one.official.pk)
        if key in seen:
            raise no.TitleTwice(name=one.official.name)
        seen.add(key)


def _joined(chosen: Sequence[Whose], given: Mapping[tuple[str, int], Reward]) -> list[Whose]:
    """Join lines with what stands in the register already; the others are left to be written."""
    left = []
    for one in chosen:
        there = given.get((one.row.title, one.official.pk)) if one.official else None
        if there is None:
            left.append(one)
        elif (there.decision, there.decided_on) == (one.row.decision, one.row.decided_on):
            TitledElsewhere.objects.filter(pk=one.row.pk).update(reward=there)
        else:
            raise no.OtherDecision(name=there.whose, decision=there.decision)
    return left


def _groups(rows: Iterable[Whose], by: Viewer) -> Mapping[Group, list[Whose]]:
    """Lines by title and decision; a line that names no issuer takes the unit's own name."""
    found: dict[Group, list[Whose]] = defaultdict(list)
    for one in rows:
        issuer = one.row.issuer or by.unit.committee
        found[one.row.title, Decided(one.row.decision, one.row.decided_on, issuer)].append(one)
    return found


def _write(
    round_: TitleRound, title: Title, decided: Decided, rows: Sequence[Whose], why: str, *, by: Viewer,
    at: datetime,
) -> None:  # fmt: skip
    if title.for_team:
        for one in rows:
            (made,) = record_decision(round_, title, decided, team=one.row.name, by=by, at=at)
            TitledElsewhere.objects.filter(pk=one.row.pk).update(reward=made)
        return
    officials = [one.official for one in rows if one.official is not None]
    made_of = {
        row.official_id: row
        for row in record_decision(round_, title, decided, officials=officials, why=why, by=by, at=at)
    }
    for one in rows:
        assert one.official is not None
        TitledElsewhere.objects.filter(pk=one.row.pk).update(reward=made_of[one.official.pk])
