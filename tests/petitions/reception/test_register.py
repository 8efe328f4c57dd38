"""The register: written once, its later columns filled by the petition; never who denounces, on paper or anywhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import serializers

from chuan.exchange.sheets import read_sheet
from chuan.law.petitions_register import register_columns
from chuan.paper.plain import text_of
from chuan.petitions.actions.reception import (
    Columns,
    enter_in_source,
    mend,
    reply,
    void,
)
from chuan.petitions.actions.recording import Paper
from chuan.petitions.actions.rekinding import rekind
from chuan.petitions.actions.senders import From
from chuan.petitions.actions.splitting import Piece, divide
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition, ReceptionEntry, Sender, Visitor
from chuan.petitions.papers.catalogue import made, offered_now, writing_of
from chuan.petitions.papers.heads import paper
from chuan.petitions.reception.own_checks import names_agree
from chuan.petitions.reception.printing import notice, register_book, register_sheet
from chuan.petitions.reception.register import entries_of, row_of, rows_of
from chuan.petitions.reception.waiting import owed, waiting
from chuan.petitions.refusals import StepToCome, WordsMissing
from chuan.petitions.refusals_receiving import (
    AboutTheReceiver,
    AgainstLeaders,
    AgainstUnanswered,
    LikelyRepeat,
)
from chuan.petitions.refusals_reception import (
    AnotherMatter,
    DenouncerNamed,
    EntryVoided,
    NobodyNamed,
    NothingChosen,
    ReplyNotOwed,
    TooFewPeople,
)
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.rules.types import Period, Sure
from chuan.trail.models import Detail
from tests.people import make_ward
from tests.petitions.made import done, now, petition_clerk, received
from tests.petitions.papers.reading import pdf_text
from tests.petitions.reception.conftest import DAY, WOMAN

YEAR = Period.year(2021)
DENOUNCER = "Trương Thị Bí Mật"


def everything() -> str:
    """Every row of the room and of the trail, as text."""
    from django.apps import apps

    rows = (
        one for model in apps.get_app_config("petitions").get_models() for one in model._base_manager.all()
    )
    return serializers.serialize("json", rows) + " ".join(Detail.objects.values_list("body", flat=True))


def test_what_was_taken_becomes_a_petition_with_its_reply_clock(came):
    """Luật Tiếp công dân, Điều 28 khoản 1: ten working days."""
    written = came()
    petition = written.entry.petition
    assert petition is not None
    assert (petition.channel, petition.kind, petition.reply_due_on) == (
        "reception",
        "complaint",
        date(2021, 9, 21),
    )
    assert Sender.objects.get(petition=petition).name == WOMAN.name
    assert (written.entry.number, len(written.code) > 8, Visitor.objects.count()) == (1, True, 0)


def test_the_columns_fill_themselves_from_the_petition(came, by, ward):
    entry = came(papers="thẻ căn cước").entry
    petition = entry.petition
    Petition.objects.filter(pk=petition.pk).update(competent=True)
    petition.refresh_from_db()
    petition = done(petition, "accept", date(2021, 9, 10), by=by)
    done(petition, "assign", date(2021, 9, 13), by=by, official=ward.specialist)
    Petition.objects.filter(pk=petition.pk).update(handler=ward.specialist)
    cells = row_of(entries_of(by, YEAR).get()).cells
    assert (cells["person"], cells["papers"]) == ("Nguyễn Thị Tiếp Dân, Tổ 4", "thẻ căn cước")
    assert (cells["kind"], cells["competent"], cells["people"]) == ("khiếu nại", "thuộc", "1")
    assert (cells["handler"], cells["result"]) == ("UBND phường Bắc Hồng, Vũ Thị Văn Hóa", "đang xác minh")
    assert cells["note"] == petition.code


def test_of_who_denounces_nothing_is_kept(came, by):
    with pytest.raises(DenouncerNamed):
        came(kind="denunciation", persons=(From(DENOUNCER, "Tổ 9"),))
    with pytest.raises(DenouncerNamed):
        came(kind="mixed", papers=f"căn cước của {DENOUNCER}")
    entry = came(kind="denunciation").entry
    assert DENOUNCER not in everything()
    row = row_of(entries_of(by, YEAR).get(pk=entry.pk))
    assert (row.cells["person"], row.cells["papers"], row.initials) == (
        entry.petition.code,
        "",
        entry.petition.code,
    )
    assert not list(names_agree())
    guided = came(kind="denunciation", outcome="guided", guidance="Gửi công an phường", against="other").entry
    assert row_of(guided).cells["person"] == "không ghi tên"
    Visitor.objects.create(entry=guided, name=DENOUNCER, recorded_at=now())
    assert [DENOUNCER in one for one in names_agree()] == [False]


def test_one_against_the_leaders_leaves_no_trace(came, ward):
    for answer in ("leader", ""):
        with pytest.raises((AgainstLeaders, AgainstUnanswered)):
            came(kind="denunciation", against=answer, outcome="guided", guidance="x")
    with pytest.raises(AgainstLeaders):
        came(kind="denunciation", concerned=(ward.chairman,))
    assert not ReceptionEntry.objects.exists()
    assert not Petition.objects.exists()


def test_a_petition_that_turns_out_a_denunciation_tells_of_nobody_any_more(came, by):
    entry = came(papers="căn cước 001", note="con bà Tiếp").entry
    rekind(entry.petition, "denunciation", by=by, at=now(), against="official")
    row = row_of(entries_of(by, YEAR).get())
    assert (row.cells["person"], row.cells["papers"]) == (entry.petition.code, "")
    entry.refresh_from_db()
    assert (entry.papers, entry.note) == ("", "")
    assert WOMAN.name not in everything()


def test_a_letter_split_with_a_denunciation_tells_of_nobody_either(came, by):
    """The parts of one letter have one sender."""
    entry = came(papers="căn cước 001").entry
    parts = [Piece("complaint", "Bồi thường thấp"), Piece("denunciation", "Thu tiền sai", against="official")]
    divide(entry.petition, parts, by=by, at=now())
    row = row_of(entries_of(by, YEAR).get())
    assert (row.cells["person"], row.cells["papers"]) == (entry.petition.code, "")
    assert WOMAN.name not in everything()


def test_a_second_comer_joins_the_petition_of_the_same_matter(came, by):
    first = came().entry
    second = came(persons=(From("Lê Văn Cùng", "Tổ 4"),), joins=first.petition)
    assert (second.entry.petition, second.code, second.entry.number) == (first.petition, "", 2)
    assert Petition.objects.count() == 1
    assert row_of(entries_of(by, YEAR).last()).initials == "N.T.T.D. và 1 người"
    with pytest.raises(AnotherMatter):
        came(kind="feedback", joins=first.petition)
    with pytest.raises(LikelyRepeat):
        came()


def test_many_come_with_representatives(came):
    """07/2014/TT-TTCP, Điều 6: five are many."""
    entry = came(people=6, persons=(WOMAN, From("Lê Văn Hai", "Tổ 5"))).entry
    assert {one.representative for one in entry.petition.senders.all()} == {True}
    with pytest.raises(NobodyNamed):
        came(people=6, persons=(), content="Việc khác hẳn ở khu chợ tạm")
    with pytest.raises(TooFewPeople):
        came(people=1, persons=(WOMAN, From("Lê Văn Hai")), content="Việc khác hẳn ở khu chợ tạm")


def test_guided_at_once_owes_no_reply_and_refused_may_have_no_name(came, by):
    guided = came(outcome="guided", guidance="Hướng dẫn gửi Tòa án", competent=False).entry
    refused = came(outcome="refused", persons=(), guidance="say rượu, không làm chủ được hành vi").entry
    assert not owed(by).exists()
    assert not Petition.objects.exists()
    cells = [row.cells for row in rows_of(entries_of(by, YEAR))]
    assert (cells[0]["competent"], cells[0]["guidance"]) == ("không thuộc", "Hướng dẫn gửi Tòa án")
    assert cells[1]["result"] == "từ chối tiếp"
    assert enter_in_source([guided, refused], date(2021, 9, 8), by=by, at=now()) == 2
    with pytest.raises(NothingChosen):
        enter_in_source([guided], date(2021, 9, 8), by=by, at=now())


def test_the_reply_ends_its_clock(came, by):
    petition = came().entry.petition
    (one,) = waiting(owed(by), bench_of(by.unit), date(2021, 9, 20))
    assert (one.left, one.state, one.value.citation.article) == (1, "due_soon", "Điều 28 khoản 1")
    with pytest.raises(StepToCome):
        reply(petition, "accepted", on=date(2999, 1, 1), by=by, at=now())
    reply(petition, "accepted", on=date(2021, 9, 20), by=by, at=now(), paper=Paper("9/UBND"))
    petition.refresh_from_db()
    assert (petition.replied_on, petition.reply_outcome) == (date(2021, 9, 20), "early")
    with pytest.raises(ReplyNotOwed):
        reply(petition, "accepted", on=date(2021, 9, 20), by=by, at=now())


def test_a_mistaken_row_keeps_its_number_and_loses_its_words(came, by):
    entry = came(outcome="guided", guidance="x", note="Bà Tiếp ở tổ 4").entry
    with pytest.raises(WordsMissing):
        void(entry, " ", by=by, at=now())
    void(entry, "ghi hai lần", by=by, at=now())
    with pytest.raises(EntryVoided):
        mend(entry, Columns(note="x"), by=by, at=now())
    cells = row_of(entries_of(by, YEAR).get()).cells
    assert (cells["number"], cells["person"], cells["content"], cells["note"]) == (
        "1",
        "",
        "",
        "đã bỏ: ghi hai lần",
    )
    assert WOMAN.name not in everything()


def test_nobody_sees_or_writes_a_row_about_himself(came, by, ward, clerk):
    other = petition_clerk(ward, "Lý Thị Tiếp", "tiep-dan-2")
    with pytest.raises(AboutTheReceiver):
        came(concerned=(clerk,))
    came(outcome="guided", guidance="x", concerned=(other,))
    came(concerned=(other,), content="Việc ở bãi xe chợ, thu sai giá vé gửi xe")
    assert not ReceptionEntry.objects.seen_by(ward.viewer(other)).exists()
    assert ReceptionEntry.objects.seen_by(ward.viewer(ward.chairman)).count() == 2
    assert not ReceptionEntry.objects.seen_by(ward.viewer(ward.auditor)).exists()
    away = make_ward("Nam Hồng", "18118", "nam-")
    assert not ReceptionEntry.objects.seen_by(away.viewer(away.chairman)).exists()
    with pytest.raises(NotAllowed):
        came(receiver=ward.chairman, viewer=ward.viewer(ward.chairman))


def test_the_trail_holds_number_and_day_only(came):
    came()
    bodies = " ".join(Detail.objects.values_list("body", flat=True))
    assert '"number":1' in bodies.replace(" ", "")
    assert WOMAN.name not in bodies
    assert "Hố ga" not in bodies


def test_thirteen_columns_whose_titles_were_not_read(came, by):
    """154/2026/NĐ-CP, Mẫu số 03/TCD."""
    columns = register_columns(date(2026, 7, 2))
    assert len(columns) == 13 == len(row_of(came().entry).line([key for key, _value in columns]))
    assert {value.sure for _key, value in columns} == {Sure.UNVERIFIED}


def test_print_and_excel_hold_names_of_others_and_no_denouncer(came, by):
    came()
    denounced = came(kind="denunciation", content="Cán bộ thu tiền không có biên lai").entry
    bench, rows = bench_of(by.unit), rows_of(entries_of(by, YEAR))
    text = pdf_text(register_book(rows, YEAR, bench, name=by.name, on=DAY))
    (sheet,) = read_sheet(register_sheet(rows, YEAR, bench, on=DAY), name="so.xlsx")
    cells = [cell.text for line in sheet.rows for cell in line]
    for found in (WOMAN.name, denounced.petition.code, "chưa đối chiếu được với nguyên văn"):
        assert found in text
        assert any(found in cell for cell in cells)
    law = Period(date(2026, 7, 1), date(2026, 8, 1))
    assert "03/TCD" in pdf_text(register_book([], law, bench, name=by.name, on=DAY))


def test_the_notice_names_days_hours_and_who_receives(planned, ward):
    planned(date(2026, 7, 9))
    row = planned(date(2026, 7, 16), online=True)
    hung = notice([row], Period.month(2026, 7), ward.unit, on=date(2026, 6, 25))
    table = next(one for one in hung.body if hasattr(one, "rows"))
    assert table.rows[0] == (
        "Thứ Năm 16/07/2026", "7 giờ 30 đến 11 giờ 30", "Trực tuyến: Phòng tiếp công dân", "Người Ký",
    )  # fmt: skip


def test_a_year_of_rows_is_read_in_a_few_statements(came, by, django_assert_max_num_queries):
    for n in range(4):
        came(outcome="guided", guidance="x", content=f"Việc số {n}")
    came()
    with django_assert_max_num_queries(4):
        assert len(rows_of(entries_of(by, YEAR))) == 5


def test_another_day_of_receipt_gives_the_reply_another_day(came):
    later = came(day=DAY + timedelta(days=1)).entry.petition
    assert later.reply_due_on == date(2021, 9, 22)
    assert isinstance(later.owner_unit.pk, int)


def test_the_papers_of_a_reception_say_what_was_told_and_name_no_denouncer(came, by):
    """Offered for what came at a reception only."""
    petition = came().entry.petition
    denounced = came(kind="denunciation", content="Cán bộ thu tiền không có biên lai").entry.petition
    writing = writing_of(petition, on=DAY, viewer=by)
    assert {"reception_reply", "reception_minutes"} <= set(offered_now(writing))
    reply(petition, "forwarded", on=date(2021, 9, 20), by=by, at=now())
    told = text_of(paper(made(writing_of(petition, on=DAY, viewer=by), "reception_reply"), on=DAY))
    assert WOMAN.name in told
    assert "đã chuyển nơi có thẩm quyền" in told
    assert "Điều 28 khoản 1" in told
    secret = text_of(paper(made(writing_of(denounced, on=DAY, viewer=by), "reception_minutes"), on=DAY))
    assert denounced.code in secret
    assert "Hà Tiếp Dân" in secret
    posted = received(by, "complaint", DAY, text="Việc khác ở khu chợ")
    assert "reception_reply" not in set(offered_now(writing_of(posted, on=DAY, viewer=by)))


def test_columns_of_a_row_do_not_name_a_denouncer_under_seal(ward, clerk, by, came):
    from chuan.petitions.actions.sealing.identities import seal_identity
    from chuan.petitions.models import NameTyped
    from chuan.petitions.refusals_sealed import TellsDenouncer
    from tests.petitions.sealed.made import WHO, switched_on

    switched_on(ward)
    entry = came(kind="denunciation", content="Thu tiền không có biên lai").entry
    seal_identity(WHO, entry.petition, by=by, at=now())
    with pytest.raises(TellsDenouncer):
        mend(entry, Columns(note=f"đã gọi bà {WHO.name}"), by=by, at=now())
    with pytest.raises(TellsDenouncer):
        came(kind="denunciation", content="Hỏi lại việc cũ", joins=entry.petition, note=WHO.telephone)
    entry.refresh_from_db()
    assert entry.note == ""
    assert NameTyped.objects.count() == 2


def test_a_row_of_another_ward_is_not_touched_by_whoever_finds_it(ward, by, came):
    entry = came().entry
    other = make_ward("Nam Hồng", "18118", "nam-")
    stranger = other.viewer(petition_clerk(other))
    with pytest.raises(NotFound):
        mend(entry, Columns(note="x"), by=stranger, at=now())
    guided = came(outcome="guided", guidance="chỉ nơi nộp").entry
    with pytest.raises(NothingChosen):
        enter_in_source([guided], DAY, by=stranger, at=now())
