"""Lines of "Nơi nhận": whom they name by themselves, what a person chooses, what is remembered."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from chuan.documents.actions import sending
from chuan.documents.actions.sending import Address
from chuan.documents.models import Correspondent, Delivery, Document, Group, Recipient
from chuan.documents.recipients import Directory, is_reference, lines_of, tidy_line
from chuan.documents.refusals_sending import AddressTwice, GroupEmpty, NothingChosen, OrganCodeWrong
from chuan.intake.models import RecordSystem
from chuan.people.models import Appointment, Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound
from tests.people import Ward


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("- UBND thị xã Hồng Lĩnh (b/c);", "outside", "Ủy ban nhân dân thị xã Hồng Lĩnh"),
        ("UBND thị xã;", "outside", "Ủy ban nhân dân thị xã Hồng Lĩnh"),
        ("Lưu: VT, VP.", "file", "lưu, không gửi"),
        ("Lưu VT", "file", "lưu, không gửi"),
        ("Chủ tịch UBND phường;", "post", "Chủ tịch"),
        ("chu tich", "post", "Chủ tịch"),
        ("Đồng chí Phạm Thư Ký (để biết)", "official", "Phạm Thư Ký"),
        ("Toàn thể cán bộ, công chức phường Bắc Hồng;", "all", "mọi người trong đơn vị"),
        ("Như Điều 3;", "", ""),
        ("Như trên;", "", ""),
        ("Các ban ngành, đoàn thể phường;", "", ""),
        ("", "", ""),
    ],
)
def test_a_line_names_whom_its_words_say(
    ward: Ward, town: Correspondent, clerk: Viewer, line: str, kind: str, label: str
) -> None:
    named = Directory(ward.unit, clerk.on).find(line)
    assert (named.kind, named.label) == (kind, label)


def test_two_of_one_name_are_never_guessed_between(ward: Ward, clerk: Viewer) -> None:
    twin = Official.objects.create(unit=ward.unit, name=ward.clerk.name)
    post = Post.objects.create(unit=ward.unit, code="khac", title="Khác")
    Appointment.objects.create(
        official=twin, post=post, valid_from=date(2020, 1, 1), citation="Quyết định thử"
    )
    assert Directory(ward.unit, clerk.on).find(ward.clerk.name).kind == ""


def test_a_line_is_compared_without_dash_brackets_and_stops() -> None:
    assert tidy_line("- Văn phòng HĐND & UBND (02 bản);") == "vp hdnd & ubnd"
    assert is_reference("Như Điều 3;")
    assert not is_reference("Như Quỳnh")


def test_a_line_that_points_elsewhere_is_chosen_by_a_person_and_not_remembered(
    issued: Document, ward: Ward, clerk: Viewer, now: datetime
) -> None:
    post = Post.objects.filter(unit=ward.unit).first()
    assert post is not None
    group = sending.put_group("Tổ rà soát", "", [post], [ward.secretary], by=clerk, at=now)
    line = issued.recipients.get(position=0)
    sending.choose(line, "group", str(group.uid), remember=True, by=clerk, at=now)
    group.refresh_from_db()
    assert group.other_names == ""
    (first, named, settled), *_rest = lines_of(issued, clerk.on)
    assert (named.label, settled) == ("Tổ rà soát", True)
    assert first.kind == "group"


def test_a_chosen_spelling_is_remembered_for_the_next_document(
    issued: Document, quarter: Correspondent, clerk: Viewer, now: datetime
) -> None:
    line = Recipient.objects.create(document=issued, position=9, line="- Bí thư Chi bộ, Tổ trưởng TDP số 5;")
    assert Directory(issued.owner_unit, clerk.on).find(line.line).kind == ""
    sending.choose(line, "outside", str(quarter.uid), remember=True, by=clerk, at=now)
    assert (
        Directory(issued.owner_unit, clerk.on).find("Bí thư chi bộ, tổ trưởng TDP số 5").label
        == "Tổ dân phố 5"
    )


def test_a_choice_must_be_one_of_the_units_own(
    issued: Document, other_ward: Ward, clerk: Viewer, now: datetime
) -> None:
    theirs = Correspondent.objects.create(unit=other_ward.unit, name="Nơi khác", recorded_at=now)
    line = issued.recipients.get(position=0)
    with pytest.raises(NotFound):
        sending.choose(line, "outside", str(theirs.uid), by=clerk, at=now)
    with pytest.raises(NothingChosen):
        sending.choose(line, "", "", by=clerk, at=now)


def test_only_the_registry_chooses(
    issued: Document, town: Correspondent, ward: Ward, view: object, now: datetime
) -> None:
    line = issued.recipients.get(position=1)
    with pytest.raises(NotAllowed):
        sending.choose(line, "outside", str(town.uid), by=view(ward.specialist), at=now)  # type: ignore[operator]


def test_an_address_is_not_added_twice_nor_with_a_wrong_code(
    town: Correspondent, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(AddressTwice):
        sending.put_correspondent(Address("UBND thị xã Hồng Lĩnh"), by=clerk, at=now)
    with pytest.raises(OrganCodeWrong) as refused:
        sending.put_correspondent(Address("Nơi mới", organ_code="28.22.H17"), by=clerk, at=now)
    assert "28.22.H17" in refused.value.sentence


def test_an_ended_address_is_no_longer_found_and_its_name_is_free(
    town: Correspondent, clerk: Viewer, now: datetime
) -> None:
    sending.end_correspondent(town, by=clerk, at=now)
    assert Directory(clerk.unit, clerk.on).find("UBND thị xã").kind == ""
    assert sending.put_correspondent(Address(town.name), by=clerk, at=now).pk != town.pk


def test_a_group_has_somebody_in_it(ward: Ward, clerk: Viewer, now: datetime) -> None:
    with pytest.raises(GroupEmpty):
        sending.put_group("Nhóm rỗng", "", [], [], by=clerk, at=now)
    group = sending.put_group("Ban Chỉ đạo", "BCĐ", [], [ward.secretary], by=clerk, at=now)
    mended = sending.put_group("Ban Chỉ đạo ISO", "", [], [ward.auditor], by=clerk, at=now, standing=group)
    assert list(mended.officials.all()) == [ward.auditor]
    sending.end_group(group, by=clerk, at=now)
    assert Group.objects.get().ended_on == clerk.on


def test_choosing_on_an_issued_document_sends_at_once_in_keep_mode(
    issued: Document, kept: RecordSystem, ward: Ward, clerk: Viewer, now: datetime
) -> None:
    line = issued.recipients.get(position=0)
    made = sending.choose(line, "official", str(ward.specialist.uid), by=clerk, at=now)
    assert ward.specialist in [one.official for one in made]
    assert Delivery.objects.filter(recipient=line, status="arrived").count() == 1


def test_choosing_in_follow_mode_sends_nothing(
    issued: Document, ward: Ward, clerk: Viewer, now: datetime
) -> None:
    line = issued.recipients.get(position=0)
    assert sending.choose(line, "official", str(ward.specialist.uid), by=clerk, at=now) == []
    assert not Delivery.objects.exists()
