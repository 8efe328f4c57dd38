"""The register of outside providers (TCVN ISO 9001:2015, 8.4): its pages, and what it tells other rooms."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.offers import faults, holdings
from chuan.offers.review_inputs import Asked
from chuan.offers.self_checks import Looked
from chuan.offers.succession import Passage
from chuan.processes import provided
from chuan.processes.models import Provider, ProviderEvaluation
from chuan.processes.succession import Providers
from chuan.rules.types import Period
from tests.examine import examine, open_page
from tests.people import PAPER
from tests.processes import made

pytestmark = pytest.mark.django_db
ROOM = "/qua-trinh/ben-cung-cap/"
TOLD = {
    "name": "Bưu điện (minh họa)", "kind": "post", "provides": "Giao kết quả tận nhà", "controls": "Ký sổ giao nhận",
}  # fmt: skip


def today():
    return timezone.localdate()


def test_a_provider_is_listed_judged_ended_and_tells_the_review_and_the_self_check(
    ward, other_ward, client, sign_in, django_assert_max_num_queries
):
    process = made.process(ward, outside="bưu điện giao kết quả")
    gaps = [one.sentence for one in provided.not_listed(Looked(ward.unit, today(), timezone.now()))]
    assert "bưu điện giao kết quả" in gaps[0]
    sign_in(client, ward.secretary)
    assert "Chưa ghi bên cung cấp ngoài nào" in open_page(client, ROOM).text
    page = open_page(client, f"{ROOM}them/")
    refused = examine(page.form().send(client, **(TOLD | {"controls": ""})), page.url, status=422)
    assert refused.one("#id_name").get("value") == TOLD["name"]
    since = today() - timedelta(days=400)
    sent = refused.form().send(
        client, controls=TOLD["controls"], process=str(process.uid), since=f"{since:%d/%m/%Y}"
    )
    row = Provider.objects.get()
    address = f"{ROOM}{row.uid}/"
    assert sent.headers["Location"] == address
    looked = Looked(ward.unit, today(), timezone.now())
    assert [one.address for one in provided.not_judged(looked)] == [address]
    assert not list(provided.not_listed(looked))
    asked = Asked(ward.unit, Period.year(today().year), today(), timezone.now(), ward.viewer(ward.secretary))
    assert provided.performance(asked)[0].short

    page = open_page(client, f"{address}danh-gia/")
    typed = {"met_time": "no", "note_time": "hai lần chậm", "result": "keep", "evidence": "Sổ giao nhận"}
    refused = examine(page.form().send(client, **typed), page.url, status=422)
    assert "không đạt: Đúng hẹn" in refused.notice
    assert refused.one("#id_note_time").get("value") == "hai lần chậm"
    assert refused.form().send(client, result="mend", why="Đã gửi văn bản yêu cầu").status_code == 302
    (told,) = provided.performance(asked)
    assert not told.short
    assert "đúng hẹn: không đạt. Đã gửi văn bản yêu cầu" in told.sentence
    assert not list(provided.not_judged(looked))
    assert Clock.objects.get(subject_uid=row.uid).lawful_due_on == ProviderEvaluation.objects.get().next_on
    facts = faults.facts_of(row.subject, ward.viewer(ward.secretary), timezone.now())
    assert "không đạt" in dict(facts.lines)["Đánh giá gần nhất"]
    with django_assert_max_num_queries(25):
        assert "hai lần chậm" in open_page(client, address).text
    open_page(client, ROOM)
    assert client.get(f"{ROOM}ben-cung-cap.xlsx").status_code == 200

    sign_in(client, ward.clerk)
    assert open_page(client, address).text
    assert client.get(f"{address}danh-gia/").status_code == 403
    sign_in(client, other_ward.secretary)
    assert client.get(address).status_code == client.get(f"{address}sua/").status_code == 404
    sign_in(client, ward.secretary)
    page = open_page(client, f"{address}thoi/")
    assert examine(page.form().send(client, why=""), page.url, status=422).notice
    page.form().send(client, why="Hết hợp đồng")
    assert "Hết hợp đồng" in open_page(client, ROOM).text
    assert Clock.objects.get(subject_uid=row.uid).settled_on == today()
    with pytest.raises(IntegrityError), transaction.atomic():
        ProviderEvaluation.objects.update(why="khác")


def test_evidence_of_8_4_is_counted_and_providers_go_along_when_wards_merge(ward, other_ward):
    row = Provider.objects.create(
        **TOLD, unit=ward.unit, owner_unit=ward.unit, valid_from=today() - timedelta(days=30), evaluate_on=today(),
        recorded_at=timezone.now(),
    )  # fmt: skip
    told = {(one.clause, one.label): one.count for one in holdings.held(ward.unit, Period.year(today().year))}
    assert told["8.4.1", "lần đánh giá bên cung cấp ngoài"] == 0
    by = other_ward.viewer(other_ward.chairman)
    passage = Passage(ward.unit, other_ward.unit, today(), timezone.now(), by, PAPER)
    assert Providers().move(passage) == {"providers": 1}
    row.refresh_from_db()
    assert (row.owner_unit, row.unit) == (other_ward.unit, ward.unit)
