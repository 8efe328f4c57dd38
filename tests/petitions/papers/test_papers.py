"""Papers of petitions: what each says, by the law of its day; whom none of them names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from chuan.documents.models import Document
from chuan.paper.plain import text_of
from chuan.people.viewer import Viewer
from chuan.petitions.actions.papers import begin_draft
from chuan.petitions.actions.recording import Paper
from chuan.petitions.actions.sorting import Said, keep_way, record_outcome
from chuan.petitions.models import Petition, Sender
from chuan.petitions.papers.catalogue import PAPERS, made, offered_now, writing_of
from chuan.petitions.papers.heads import paper, pdf
from chuan.petitions.sorting.outcomes import act_of
from chuan.petitions.sorting.starting import initial_of
from chuan.search.models import SearchEntry
from chuan.trail.models import Detail, Entry
from tests.examine import examine, open_page
from tests.people import Ward
from tests.petitions.made import now, petition_clerk, received
from tests.petitions.papers.reading import pdf_text

OLD, NEW = date(2021, 9, 10), date(2026, 9, 10)
NAME = "Quách Thị Không Ai Biết"
WORDS = "Đề nghị xem lại quyết định xử phạt về xây dựng."


@pytest.fixture
def by(ward: Ward) -> Viewer:
    return ward.viewer(petition_clerk(ward))


@pytest.fixture
def taken(by: Viewer) -> Callable[..., Petition]:
    def take(kind: str = "complaint", on: date = date(2021, 9, 6)) -> Petition:
        one = received(by, kind, on, text=WORDS)
        if kind != "denunciation":
            Sender.objects.create(petition=one, name=NAME, address="Tổ 3", recorded_at=now())
        return one

    return take


def text(one: Petition, key: str, by: Viewer, on: date = OLD, *, discreet: bool = False) -> str:
    """The paper as lines of text, spaces folded."""
    told = made(writing_of(one, on=on, viewer=by, discreet=discreet), key)
    return " ".join(text_of(paper(told, on=on, by=by.name)).split())


def keys(one: Petition, by: Viewer) -> list[str]:
    return list(offered_now(writing_of(one, on=OLD, viewer=by)))


def test_a_notice_of_acceptance_says_who_what_when_and_by_which_act(taken, by):
    one = taken()
    record_outcome(one, "accept", Said(OLD, Paper("12/TB-UBND")), by=by, at=now())
    said = text(one, "accept_complaint", by)
    for words in (
        NAME,
        "Tổ 3",
        WORDS,
        one.code,
        "10/09/2021",
        "30 ngày kể từ ngày thụ lý",
        "Điều 28 của 02/2011/QH13",
    ):
        assert words in said
    assert "Hà Tiếp Dân" in said
    new = text(taken("complaint", date(2026, 9, 7)), "accept_complaint", by, NEW)
    assert "Điều 16 khoản 1 của 124/2020/NĐ-CP, sửa đổi bởi 155/2026/NĐ-CP" in new


def test_of_several_senders_the_one_who_speaks_is_named_and_the_rest_counted(taken, by):
    one = taken()
    Sender.objects.create(petition=one, name="Người Đại Diện", representative=True, recorded_at=now())
    Petition.objects.filter(pk=one.pk).update(signers=7)
    one.refresh_from_db()
    assert "ông (bà) Người Đại Diện, và 6 người cùng đứng đơn" in text(one, "accept_complaint", by)


def test_a_proposal_says_the_questions_with_their_articles(taken, by):
    one = taken()
    given = {
        "complaint.fit": "full",
        "complaint.about": "own",
        "complaint.who": "affected",
        "complaint.stage": "first",
    }
    keep_way(one, given, on=OLD, by=by, at=now())
    said = text(one, "propose", by)
    assert "Khiếu nại lần đầu thuộc thẩm quyền của Chủ tịch." in said
    assert "(Điều 17 của 02/2011/QH13)" in said
    assert "chưa đọc" not in text(one, "propose", by, NEW)
    assert "NGƯỜI ĐỀ XUẤT" in said
    assert "Mẫu số" not in said
    assert "Mẫu số 01 (05/2021/TT-TTCP, Điều 13)." in text(one, "propose", by, NEW)


def test_a_refusal_says_why(taken, by):
    one = taken()
    assert "Lý do: …" in text(one, "refuse_complaint", by)
    record_outcome(
        one, "refuse", Said(OLD, Paper("13/TB-UBND"), reason="Không có quyền khiếu nại."), by=by, at=now()
    )
    assert "Lý do: Không có quyền khiếu nại." in text(one, "refuse_complaint", by)


def test_a_forwarding_slip_of_a_denunciation_is_form_three_and_names_nobody(taken, by):
    one = taken("denunciation", date(2026, 9, 7))
    record_outcome(
        one,
        "forward",
        Said(NEW, Paper("5/PC-UBND"), where="Thanh tra tỉnh", reason="Ngoài thẩm quyền"),
        by=by,
        at=now(),
    )
    said = text(one, "forward_denunciation", by, NEW)
    assert "PHIẾU CHUYỂN ĐƠN TỐ CÁO" in said.upper()
    assert "Kính gửi: Thanh tra tỉnh" in said
    assert "Mẫu số 03 (05/2021/TT-TTCP, Điều 14)." in said
    assert WORDS not in said
    assert "nguyên phong bì niêm phong" in said


def test_the_accused_is_told_the_content_and_the_denouncer_only_that_it_was_accepted(taken, by):
    """Luật Tố cáo 2018, Điều 29.3 and 56."""
    one = taken("denunciation")
    accused, denouncer = (text(one, key, by) for key in ("accept_accused", "accept_denunciation"))
    assert WORDS in accused
    assert WORDS not in denouncer
    assert "được giữ kín" in denouncer


@pytest.mark.parametrize("kind", ["complaint", "denunciation", "feedback", "suggestion"])
def test_no_paper_of_a_draft_tells_who_sent_it_and_none_of_a_denunciation_at_all(taken, by, kind):
    """A row that should not be there is not read either."""
    one = taken(kind)
    if kind == "denunciation":
        Sender.objects.create(petition=one, name=NAME, recorded_at=now())
    for key, offer in PAPERS.items():
        if one.kind in offer.kinds:
            assert NAME not in text(one, key, by, discreet=True), key
            assert (NAME in text(one, key, by)) <= (kind != "denunciation"), key


def test_what_can_be_made_follows_what_may_be_done_and_was_done(taken, by):
    one = taken("denunciation")
    assert keys(one, by) == ["propose", "guide", "forward_denunciation", "forward_notice", "keep"]
    record_outcome(one, "keep", Said(OLD, reason="Không rõ."), by=by, at=now())
    assert keys(one, by) == ["keep"]
    assert "accept_accused" not in keys(taken(), by)


def test_a_draft_goes_to_documents_without_name_or_content_and_its_number_comes_back(taken, by):
    one = taken()
    document = begin_draft(one, "accept_complaint", by=by, at=now())
    line = one.events.get(verb="paper")
    assert line.paper_uid == document.uid
    told = f"{document.subject} {document.content}"
    assert one.code in document.subject
    assert NAME not in told
    assert WORDS not in told
    kept = [str(row) for rows in (SearchEntry, Detail) for row in rows.objects.values_list()]
    assert kept
    assert not [row for row in kept if "quach" in row.lower() or NAME in row]
    assert not [row for row in Entry.objects.values_list("line", flat=True) if NAME in row]
    Document.objects.filter(pk=document.pk).update(number="12", issued_on=OLD)
    initial = initial_of(one, act_of("complaint", "accept"), NEW)
    assert (initial["paper"], initial["paper_on"]) == ("12/TB-UBND", OLD)


def test_the_page_prints_and_drafts(taken, by, client: Client, sign_in):
    one = taken()
    sign_in(client, by.official)
    url = f"/don-thu/{one.uid}/giay-to/"
    page = open_page(client, url)
    assert "chưa đọc được mẫu nào" in page.text
    link = f"{url}thong-bao-thu-ly-giai-quyet-khieu-nai"
    response = client.get(f"{link}.pdf")
    assert (
        f'filename="thong-bao-thu-ly-giai-quyet-khieu-nai-{one.code}.pdf"' in response["Content-Disposition"]
    )
    assert NAME in pdf_text(response.content)
    assert client.get(f"{link}.docx").content[:2] == b"PK"
    assert client.get(f"{url}thong-bao-thu-ly-to-cao.pdf").status_code == 404
    form = page.form(f"{link}/du-thao/")
    assert client.get(f"{link}/du-thao/").status_code == 302
    drafted = form.send(client)
    assert drafted.headers["Location"].startswith("/van-ban/soan/")
    assert "Đã soạn" in open_page(client, url).text
    examine(client.get(drafted.headers["Location"]), drafted.headers["Location"])


def test_papers_are_typeset_of_every_kind(taken, by):
    for key, on in (("propose", NEW), ("forward", OLD), ("guide", OLD), ("return", OLD)):
        one = taken("complaint", date(2021, 9, 6))
        told = made(writing_of(one, on=on, viewer=by), key)
        assert one.code in pdf_text(pdf(told, on=on))
