"""The law of petitions as dated values: each with act, article and how sure, before and from 01/07/2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chuan.law.petitions import (
    HELD_FROM,
    law_as_of,
    petition_digest,
    petition_law,
    petition_parameters,
    value,
)
from chuan.rules.law import Value
from chuan.rules.refusals import PetitionLawNotHeld
from chuan.rules.types import Citation, Sure

OLD, BEFORE, NEW = date(2021, 3, 1), date(2026, 6, 30), date(2026, 7, 1)
UNITS = {"working_day", "calendar_day", "day_per_week", "day_per_month", "signer", "case", "share", "form", "column",
         "criterion", "time", "copy", "ground", ""}  # fmt: skip


def told(key: str, on: date) -> tuple[str, str, Sure]:
    found = value(key, on)
    assert found
    return found.value, found.unit, found.sure


def test_every_value_names_its_act_its_article_its_unit_and_how_sure_it_is():
    for key, parameter in petition_parameters().items():
        assert parameter.title[0].isupper(), key
        for version in parameter.versions:
            assert version.citation.number, key
            assert version.citation.article, key
            assert version.unit in UNITS, key


def test_what_is_unverified_says_why():
    words = ("chưa", "không văn bản nào", "không còn cấp huyện")
    for key, parameter in petition_parameters().items():
        for one in parameter.versions:
            if one.sure is Sure.UNVERIFIED:
                assert any(word in one.citation.article for word in words), key


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("complaint.accept", ("10", "calendar_day", "read"), ("7", "working_day", "read")),
        ("reception.chairman.days", ("1", "day_per_week", "read"), ("2", "day_per_month", "reported")),
        ("complaint.resolve", ("30", "calendar_day", "read"), ("30", "calendar_day", "reported")),
        ("complaint.resolve.complex", ("45", "calendar_day", "read"), ("45", "calendar_day", "reported")),
        ("complaint.resolve.remote", ("45", "calendar_day", "read"), ("45", "calendar_day", "reported")),
        ("complaint.resolve.remote.complex", ("60", "calendar_day", "read"), ("60", "calendar_day", "reported")),
        ("reception.reply", ("10", "working_day", "read"), ("10", "working_day", "unverified")),
        ("denunciation.classify", ("7", "working_day", "read"), ("7", "working_day", "unverified")),
        ("denunciation.classify.long", ("10", "working_day", "read"), ("10", "working_day", "unverified")),
        ("denunciation.forward", ("5", "working_day", "read"), ("5", "working_day", "unverified")),
        ("denunciation.notify", ("5", "working_day", "read"), ("5", "working_day", "unverified")),
        ("denunciation.resolve", ("30", "calendar_day", "read"), ("30", "calendar_day", "read")),
        ("denunciation.extension", ("30", "calendar_day", "read"), ("30", "calendar_day", "read")),
        ("feedback.forward", ("5", "working_day", "read"), ("5", "working_day", "read")),
        ("feedback.handle", ("15", "working_day", "reported"), ("15", "working_day", "reported")),
    ],
)  # fmt: skip
def test_the_deadlines_on_both_sides_of_july_2026(key: str, before: tuple[str, ...], after: tuple[str, ...]):
    assert told(key, BEFORE) == before
    assert told(key, NEW) == after


def test_the_law_of_2021_and_that_of_2026_differ_in_these_and_in_no_other_value():
    old, new = petition_law(OLD).values, petition_law(NEW).values
    assert {key for key in old if (old[key].value, old[key].unit) != (new[key].value, new[key].unit)} == {
        "complaint.accept", "complaint.second", "denunciation.leaders", "reception.chairman.days",
    }  # fmt: skip


def test_these_are_known_only_since_july_2026():
    assert {*petition_law(NEW).values} - {*petition_law(BEFORE).values} == {
        "complaint.authorisation", "complaint.complex.criteria", "complaint.dialogue.absent",
        "complaint.dialogue.copies", "complaint.dialogue.minutes", "complaint.dialogue.notice",
        "complaint.dialogue.running", "complaint.group.duty", "complaint.resuming.form", "complaint.suspension.form",
        "complaint.suspension.running", "complaint.suspension.send", "complaint.withdrawal.partial",
        "denunciation.identity.discipline", "denunciation.running", "denunciation.withdrawal.grounds", "mixed.split",
        "reception.chairman.delegate", "reception.online", "reception.online.test", "reception.register.also_in",
        "reception.register.columns", "reception.register.form",
    }  # fmt: skip


def test_these_are_known_only_since_the_circular_of_2021_or_the_index_of_2022():
    """05/2021/TT-TTCP, in force 15/11/2021; 766/QĐ-TTg."""
    assert {*petition_law(BEFORE).values} - {*petition_law(OLD).values} == {
        "denunciation.forward.form", "denunciation.forward.times", "denunciation.party", "denunciation.propose.form",
        "denunciation.urgent", "duplicates.joined", "feedback.ask", "feedback.handle", "feedback.publish",
        "feedback.reject",
    }  # fmt: skip


def test_a_value_never_disappears():
    """A later act may change it; none that is held ends without another."""
    assert {*petition_law(OLD).values} <= {*petition_law(BEFORE).values} <= {*petition_law(NEW).values}


@pytest.mark.parametrize(
    ("on", "sure"), [(date(2021, 11, 14), Sure.READ), (date(2021, 11, 15), Sure.UNVERIFIED)]
)
def test_five_signers_are_many_by_the_circular_that_was_read_and_by_its_successor_that_was_not(
    on: date, sure: Sure
):
    """07/2014/TT-TTCP, Điều 6; 05/2021/TT-TTCP."""
    assert told("signers.many", on) == ("5", "signer", sure)


def test_the_register_of_receptions_has_thirteen_columns():
    """154/2026/NĐ-CP, Điều 27, Mẫu số 03/TCD."""
    assert told("reception.register.columns", NEW)[0] == "13"
    assert told("reception.register.form", NEW) == ("03/TCD", "form", Sure.READ)


def test_an_especially_complex_denunciation_lasts_ninety_days_at_the_most():
    law = petition_law(NEW).values
    times = law["denunciation.extension.times.especially"].whole
    assert law["denunciation.resolve"].whole + times * law["denunciation.extension"].whole == 90


def test_nothing_in_force_now_cites_an_act_that_was_replaced():
    """Law.md, T-02: 64/2014/NĐ-CP is replaced by 154/2026/NĐ-CP, 07/2014/TT-TTCP by 05/2021/TT-TTCP."""
    acts = {one.citation.number for one in petition_law(NEW).values.values()}
    assert not [act for act in acts if act.startswith(("64/2014", "07/2014"))]


def test_a_day_before_the_first_one_held_is_refused_with_that_day():
    with pytest.raises(PetitionLawNotHeld, match="01/01/2019"):
        petition_law(date(2018, 12, 31))
    assert petition_law(HELD_FROM).get("complaint.accept")
    assert petition_law(HELD_FROM).get("feedback.handle") is None


def test_a_unit_puts_its_own_value_only_in_place_of_an_unverified_one():
    own = Value("8", "working_day", NEW, None, Citation("9/QĐ-UBND"), Sure.READ)
    overrides = {key: [own] for key in ("denunciation.classify", "complaint.accept", "mixed.split")}
    law = petition_law(NEW, overrides).values
    assert (law["denunciation.classify"], law["complaint.accept"].value) == (own, "7")
    assert petition_law(OLD, overrides).values["denunciation.classify"].value == "7"
    assert "mixed.split" not in petition_law(OLD, overrides).values


def test_dialogue_and_suspension_of_running_complaints_follow_the_new_decree():
    """155/2026/NĐ-CP, Điều 22; periods stay those of the start."""
    running = law_as_of(NEW)(date(2026, 6, 1))
    assert running["complaint.suspension.counted"].sure is Sure.REPORTED
    assert running["complaint.dialogue.notice"].value == "5"
    assert running["complaint.accept"].unit == "calendar_day"
    assert law_as_of(BEFORE)(date(2026, 6, 1)) == petition_law(date(2026, 6, 1)).values


def test_the_withdrawal_of_a_running_denunciation_follows_the_new_decree():
    """156/2026/NĐ-CP, Điều 10."""
    assert law_as_of(NEW)(OLD)["denunciation.withdrawal.closes"].sure is Sure.READ
    assert law_as_of(NEW)(OLD)["denunciation.classify"].sure is Sure.READ


def test_the_digest_changes_with_another_file_and_with_a_units_own_value():
    own = {"denunciation.publish": (Value("10", "working_day", OLD, None, Citation("5/QĐ"), Sure.READ),)}
    plain = petition_digest()
    assert len({plain, petition_digest("0" * 64), petition_digest(own=own, on=OLD)}) == 3
    assert petition_digest(own={}, on=OLD) == petition_digest(own=own, on=OLD - timedelta(days=1)) == plain


def test_what_is_unread_on_a_day_can_be_listed():
    assert "denunciation.classify" in petition_law(NEW).unread
    assert "denunciation.classify" not in petition_law(OLD).unread
