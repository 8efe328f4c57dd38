"""Letters sent again are found by blind keys, joined by a person, counted once."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.repeating import link, unlink
from chuan.petitions.actions.senders import From
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import BlindKey, Petition
from chuan.petitions.receiving.blind import (
    SKETCH,
    blind_keys_for,
    content_digests,
    sender_digests,
    sender_terms,
)
from chuan.petitions.receiving.repeats import likely_of
from chuan.rules.refusals import NotFound
from tests.petitions.made import now
from tests.petitions.receiving.conftest import RUBBISH, SENDER

OTHER = "Kiến nghị lắp thêm đèn chiếu sáng trên đoạn đường từ trường học ra chợ vì buổi tối học sinh đi về rất tối"


def test_the_same_letter_typed_twice_is_caught(taken):
    """Two clerks on one day, or one who pressed the button twice."""
    first = taken().petition
    with pytest.raises(refusals.LikelyRepeat) as refused:
        taken()
    assert first.code in refused.value.sentence
    assert Petition.objects.count() == 1


def test_a_person_says_that_it_is_another(taken):
    taken()
    assert taken(another=True).petition.same_as is None


def test_one_sent_again_is_joined_and_not_counted(taken):
    first = taken().petition
    again = taken(same_as=first, text=f"{RUBBISH}, xin giải quyết sớm").petition
    assert (again.same_as, again.repeat, first.repeat) == (first, True, False)
    third = taken(same_as=again, another=True).petition
    assert third.same_as == first


def test_marks_case_and_a_misspelt_word_do_not_hide_it(taken):
    taken()
    with pytest.raises(refusals.LikelyRepeat):
        taken(
            text=RUBBISH.upper().replace("TRỘM", "chộm"),
            senders=(From("nguyen van minh hoa", "", "0900000000"),),
        )


def test_the_same_sender_with_another_matter_is_only_pointed_at(taken, by):
    first = taken().petition
    second = taken(text=OTHER).petition
    found = likely_of(second, by, bench_of(by.unit))
    assert [(one.petition, one.likeness.value, one.blocks) for one in found] == [
        (first, "same_sender", False)
    ]


def test_keys_of_denunciations_never_meet_those_of_named_letters(taken, by):
    """Else a complaint with a name on it would tell whose the denunciation is."""
    taken("complaint", senders=(SENDER,))
    secret = taken("denunciation").petition
    terms = sender_terms(SENDER.name, contact=SENDER.contact, address=SENDER.address)
    BlindKey.objects.bulk_create(blind_keys_for(secret, terms))
    assert not sender_digests("complaint", terms) & sender_digests("denunciation", terms)
    assert not content_digests("complaint", RUBBISH) & content_digests("mixed", RUBBISH)
    assert not likely_of(secret, by, bench_of(by.unit))


def test_nothing_kept_can_be_read(taken):
    taken()
    kept = " ".join(BlindKey.objects.values_list("digest", flat=True))
    assert "minh" not in kept
    assert len(kept.split()) <= SKETCH + 3


def test_a_long_text_keeps_a_sketch_and_is_found_all_the_same(taken):
    long = " ".join(f"{RUBBISH} lần thứ {n}" for n in range(20))
    taken(text=long)
    with pytest.raises(refusals.LikelyRepeat):
        taken(text=f"Kính gửi. {long}")


def test_linking_is_one_case_and_may_be_undone(taken, by):
    first, second = taken().petition, taken(another=True).petition
    link(second, first, by=by, at=now())
    second.refresh_from_db()
    assert (second.repeat, second.events.filter(verb="link").count()) == (True, 1)
    with pytest.raises(refusals.LinkedToItself):
        link(first, second, by=by, at=now())
    third = taken(another=True).petition
    with pytest.raises(refusals.LinkedHasRepeats):
        link(first, third, by=by, at=now())
    unlink(second, by=by, at=now())
    second.refresh_from_db()
    assert not second.repeat
    with pytest.raises(refusals.NotLinked):
        unlink(second, by=by, at=now())


def test_kinds_are_not_counted_as_one(taken, by):
    first, second = taken().petition, taken("complaint").petition
    with pytest.raises(refusals.LinkedAcrossKinds):
        link(second, first, by=by, at=now())


def test_another_wards_petition_is_not_found_and_not_linked(taken, by, other_ward):
    first = taken().petition
    stranger = other_ward.viewer(other_ward.chairman, by.on)
    assert not likely_of(first, stranger, bench_of(by.unit))
    other = taken(another=True).petition
    Petition.objects.filter(pk=other.pk).update(owner_unit=other_ward.unit)
    with pytest.raises(NotFound):
        link(first, other, by=by, at=now())


def test_finding_repeats_takes_the_same_statements_however_many_there_are(taken, by):
    one = taken().petition
    counts = []
    for _n in range(3):
        taken(another=True)
        with CaptureQueriesContext(connection) as told:
            likely_of(one, by, bench_of(by.unit))
        counts.append(len(told))
    assert len(set(counts)) == 1
