"""A version corrected, confirmed by naming the act, set aside, ended, revised."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from chuan.dossiers.actions import procedure_versions as actions
from chuan.dossiers.actions.procedure_versions import Given
from chuan.dossiers.limit_rows import LimitGiven
from chuan.dossiers.limits import limits_of
from chuan.dossiers.models import ProcedureVersion
from chuan.dossiers.refusals_procedures import (
    AlreadyEnded,
    CitationMissing,
    EndBeforeStart,
    GroupChanged,
    LimitsUnclear,
    LimitTwice,
    LimitWrong,
    NothingToConfirm,
    RevisionWaits,
)
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, Refused, WrongMove
from tests.dossiers.procedures.made import BIRTH, confirmed, procedure, version
from tests.people import Ward

ACT = "Quyết định 12/QĐ-UBND ngày 05/01/2021"
LOST = ("", "", 5, "")
WHOLE = ("", "", 5, "working_day")


def given(*limits: LimitGiven, since: date = date(2021, 1, 1)) -> Given:
    return Given(name="Khai sinh", field="Hộ tịch", valid_from=since, limits=limits, components=("Tờ khai",))


def proposed(ward: Ward, *times: tuple[str, str, int | None, str]) -> ProcedureVersion:
    return version(procedure(ward.unit), *times, status="proposed")


def test_a_limit_put_right_is_no_longer_in_doubt(ward: Ward, keeper: Viewer, now: datetime) -> None:
    one = proposed(ward, LOST)
    one.limits.update(doubt="unit_lost")

    actions.correct(one, given(LimitGiven("", "", 5, "working_day")), by=keeper, at=now)

    assert [(x.total, x.unit, x.doubt) for x in one.limits.all()] == [(5, "working_day", "")]


def test_confirming_names_the_act_and_the_person(ward: Ward, keeper: Viewer, now: datetime) -> None:
    one = proposed(ward, WHOLE)

    actions.confirm(one, citation=ACT, by=keeper, at=now)

    one.refresh_from_db()
    assert (one.status, one.citation, one.confirmed_by, one.confirmed_at) == (
        "confirmed",
        ACT,
        ward.one_stop,
        now,
    )
    assert limits_of(ward.unit).find(BIRTH[0], "", date(2021, 5, 5))


@pytest.mark.parametrize("citation", ["", "   "])
def test_nothing_is_confirmed_without_an_act(
    ward: Ward, keeper: Viewer, now: datetime, citation: str
) -> None:
    with pytest.raises(CitationMissing):
        actions.confirm(proposed(ward, WHOLE), citation=citation, by=keeper, at=now)


@pytest.mark.parametrize("doubt", ["unit_lost", "several", "contradicted"])
def test_nothing_is_confirmed_while_a_limit_is_a_question(
    ward: Ward, keeper: Viewer, now: datetime, doubt: str
) -> None:
    one = proposed(ward, WHOLE)
    one.limits.update(doubt=doubt)

    with pytest.raises(LimitsUnclear):
        actions.confirm(one, citation=ACT, by=keeper, at=now)


def test_a_version_that_lost_its_unit_is_not_confirmed(ward: Ward, keeper: Viewer, now: datetime) -> None:
    with pytest.raises(LimitsUnclear, match="Còn 1 thời hạn"):
        actions.confirm(proposed(ward, LOST), citation=ACT, by=keeper, at=now)


def test_the_version_before_ends_where_the_new_one_begins(ward: Ward, keeper: Viewer, now: datetime) -> None:
    old = confirmed(ward.unit, 5)
    new = version(old.procedure, WHOLE, since=date(2021, 7, 1), status="proposed")

    actions.confirm(new, citation=ACT, by=keeper, at=now)

    old.refresh_from_db()
    assert (old.valid_to, old.ended_by) == (date(2021, 7, 1), "")


def test_a_version_confirmed_late_ends_where_the_standing_one_begins(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    standing = confirmed(ward.unit, 5)
    older = version(standing.procedure, WHOLE, since=date(2020, 1, 1), status="proposed")

    actions.confirm(older, citation=ACT, by=keeper, at=now)

    older.refresh_from_db()
    standing.refresh_from_db()
    assert (older.valid_to, standing.valid_to) == (date(2021, 1, 1), None)


def test_a_mended_version_of_the_same_day_takes_the_place_of_the_other(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    wrong = confirmed(ward.unit, 5)
    right = version(wrong.procedure, ("", "", 3, "working_day"), status="proposed")

    actions.confirm(right, citation=ACT, by=keeper, at=now)

    limit = limits_of(ward.unit).find(BIRTH[0], "", date(2021, 5, 5))
    assert limit is not None
    assert limit.total == 3


def test_a_group_is_confirmed_with_the_whole_ones_only(ward: Ward, keeper: Viewer, now: datetime) -> None:
    whole = proposed(ward, WHOLE)
    lost = version(procedure(ward.unit, "1.000894"), LOST, status="proposed")
    none = version(procedure(ward.unit, "1.000656"), status="proposed")

    count = actions.confirm_all(ProcedureVersion.objects.all(), citation=ACT, by=keeper, at=now, shown=1)

    assert count == 1
    assert [ProcedureVersion.objects.get(pk=one.pk).status for one in (whole, lost, none)] == [
        "confirmed", "proposed", "proposed",
    ]  # fmt: skip


def test_a_group_that_changed_since_it_was_shown_is_refused(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    proposed(ward, WHOLE)

    with pytest.raises(GroupChanged):
        actions.confirm_all(ProcedureVersion.objects.all(), citation=ACT, by=keeper, at=now, shown=40)


def test_a_group_needs_an_act_unless_every_version_has_its_own(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    one = proposed(ward, WHOLE)
    actions_of = ProcedureVersion.objects.all()
    ProcedureVersion.objects.update(citation="")
    with pytest.raises(CitationMissing):
        actions.confirm_all(actions_of, citation=" ", by=keeper, at=now)

    ProcedureVersion.objects.update(citation="Quyết định 1872/QĐ-BTP")
    actions.confirm_all(actions_of, citation="", by=keeper, at=now)
    one.refresh_from_db()
    assert one.citation == "Quyết định 1872/QĐ-BTP"


def test_an_empty_group_says_what_to_do(ward: Ward, keeper: Viewer, now: datetime) -> None:
    proposed(ward, LOST)

    with pytest.raises(NothingToConfirm):
        actions.confirm_all(ProcedureVersion.objects.all(), citation=ACT, by=keeper, at=now)


def test_a_proposal_is_set_aside_with_a_reason(ward: Ward, keeper: Viewer, now: datetime) -> None:
    one = proposed(ward, WHOLE)
    with pytest.raises(Refused):
        actions.reject(one, reason=" ", by=keeper, at=now)

    actions.reject(one, reason="Không thuộc thẩm quyền", by=keeper, at=now)

    one.refresh_from_db()
    assert one.status == "rejected"


def test_a_repealed_version_ends_and_keeps_the_dossiers_received_before(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    one = confirmed(ward.unit)

    actions.end(one, on=date(2021, 7, 1), citation=ACT, by=keeper, at=now)

    book = limits_of(ward.unit)
    assert book.find(BIRTH[0], "", date(2021, 6, 30))
    assert book.find(BIRTH[0], "", date(2021, 7, 1)) is None
    with pytest.raises(AlreadyEnded):
        actions.end(one, on=date(2021, 8, 1), citation=ACT, by=keeper, at=now)


def test_a_version_does_not_end_before_it_began(ward: Ward, keeper: Viewer, now: datetime) -> None:
    with pytest.raises(EndBeforeStart):
        actions.end(confirmed(ward.unit), on=date(2020, 7, 1), citation=ACT, by=keeper, at=now)


def test_a_confirmed_version_is_revised_and_never_edited(ward: Ward, keeper: Viewer, now: datetime) -> None:
    one = confirmed(ward.unit, 5)
    with pytest.raises(WrongMove):
        actions.correct(one, given(), by=keeper, at=now)

    made = actions.revise(one, by=keeper, at=now)

    assert (made.status, made.number) == ("proposed", 2)
    assert [(x.total, x.unit) for x in made.limits.all()] == [(5, "working_day")]
    with pytest.raises(RevisionWaits):
        actions.revise(one, by=keeper, at=now)


@pytest.mark.parametrize(
    "limit",
    [
        LimitGiven("", "", None, "working_day"),
        LimitGiven("", "", -1, "working_day"),
        LimitGiven("", "", 99999, "working_day"),
        LimitGiven("", "", 5, ""),
        LimitGiven("", "", 5, "month"),
        LimitGiven("", "", 0, "calendar_day"),
        LimitGiven("", "pigeon", 5, "working_day"),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(
    ward: Ward, keeper: Viewer, now: datetime, limit: LimitGiven
) -> None:
    with pytest.raises(LimitWrong):
        actions.correct(proposed(ward, LOST), given(limit), by=keeper, at=now)


def test_one_case_has_one_time(ward: Ward, keeper: Viewer, now: datetime) -> None:
    twice = (LimitGiven("a", "", 5, "working_day"), LimitGiven(" a", "", 3, "working_day"))
    with pytest.raises(LimitTwice):
        actions.correct(proposed(ward, LOST), given(*twice), by=keeper, at=now)


def test_who_does_not_keep_the_catalogue_changes_nothing(ward: Ward, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        actions.confirm(proposed(ward, WHOLE), citation=ACT, by=ward.viewer(ward.specialist), at=now)


def test_another_wards_version_is_not_found(ward: Ward, other_ward: Ward, now: datetime) -> None:
    stranger = other_ward.viewer(other_ward.one_stop)
    with pytest.raises(NotFound):
        actions.confirm(proposed(ward, WHOLE), citation=ACT, by=stranger, at=now)


def test_two_people_at_once_confirm_a_version_once(ward: Ward, keeper: Viewer, now: datetime) -> None:
    mine = proposed(ward, WHOLE)
    theirs = ProcedureVersion.objects.select_related("procedure").get(pk=mine.pk)
    actions.confirm(theirs, citation=ACT, by=keeper, at=now)

    with pytest.raises(WrongMove):
        actions.confirm(mine, citation="QĐ khác", by=keeper, at=now)

    mine.refresh_from_db()
    assert mine.citation == ACT
