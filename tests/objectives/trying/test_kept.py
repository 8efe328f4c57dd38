"""Giữ lại lần thử: kept under a name, read beside today's figures, put away and back, carried into a round."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from chuan.objectives.models import KeptTrial, Measurement, Plan, RoundSaying, Target, TrialStep
from chuan.objectives.rounds import actions as rounds
from chuan.objectives.trying import actions, refusals
from chuan.objectives.trying.ground import ground_of
from chuan.objectives.trying.then import read_meant, read_then
from chuan.objectives.trying.trial import Meant
from chuan.offers import kept_about, subjects
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.targets.trying import Going
from chuan.trail.models import Entry
from tests.examine import examine, open_page, sign_in
from tests.objectives.made import now
from tests.objectives.trying.test_pages import FEBRUARY, HOME, address, record
from tests.people import Ward, make_ward

NAME = "Nếu hứa trên 97 %"


@pytest.fixture
def measured(ward: Ward, plan: Plan) -> Plan:
    """January of dossiers on time: 1.200 of 1.260."""
    record(ward, plan, "3.2", 1, num=1200, den=1260)
    return plan


@pytest.fixture
def secretary(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.secretary)


def keep(
    ward: Ward, plan: Plan, *, level: str = "97", name: str = NAME, by: Viewer | None = None
) -> KeptTrial:
    target = Target.objects.get(objective__plan=plan, label="3.2")
    ground = ground_of(target, date(2021, 2, 5))
    assert ground is not None
    viewer = by or ward.viewer(ward.secretary)
    return actions.keep_trial(
        ground, Meant(level=Fraction(level)), actions.Note(name, "Cho cuộc họp"), by=viewer, at=now()
    )


def test_a_trial_is_kept_under_a_name_with_what_was_moved_and_what_it_said_then(
    secretary: Client, measured: Plan
):
    url = f"{address(measured, '3.2')}?muc=97&nhip=99&den={FEBRUARY}"
    form = open_page(secretary, url).form(button="Giữ lại lần thử này")
    assert " ".join(form.values["name"].split()) == "trên 97 %, cuối năm 98,68 %"
    answer = form.send(secretary, name=f"  {NAME} ", words="Chủ tịch hỏi ở giao ban")
    kept = KeptTrial.objects.get()
    assert answer.headers["Location"] == f"{HOME}da-giu/{kept.uid}/"
    assert (kept.name, kept.on, kept.words) == (NAME, date(2021, 2, 5), "Chủ tịch hỏi ở giao ban")
    assert json.loads(kept.meant) == {
        "comparator": "", "going": "cases", "level": "97", "rest": "99", "upper": "",
    }  # fmt: skip
    then = read_then(kept.shown)
    assert [one.case for one in then.rows] == ["before", "after", "supposed"]
    assert then.rows[2].figure == "98,68\xa0%"
    entry = Entry.objects.get(verb="trial.keep")
    assert entry.subject_uid == kept.uid
    assert not RoundSaying.objects.exists()


def test_what_was_kept_stays_as_it_was_and_stands_beside_todays_figures(
    secretary: Client, ward: Ward, measured: Plan, django_assert_max_num_queries
):
    kept = keep(ward, measured)
    record(ward, measured, "3.2", 2, num=990, den=1000)
    with django_assert_max_num_queries(60):
        page = open_page(secretary, f"{HOME}da-giu/{kept.uid}/")
    then = page.texts("//section[@aria-labelledby='khi-do']//tbody/tr")
    today = page.texts("//section[@aria-labelledby='hien-nay']//tbody/tr")
    assert "95,24 %" in then[0]
    assert "96,90 %" in today[0]
    assert "trên 97 %" in then[1]
    assert "trên 97 %" in today[1]
    assert "Cho cuộc họp" in page.text
    kept.refresh_from_db()
    assert read_then(kept.shown).rows[0].figure == "95,24\xa0%"
    assert Measurement.objects.count() == 2


def test_the_list_of_a_year_names_each_with_its_verdict_and_hides_what_was_put_away(
    secretary: Client, ward: Ward, measured: Plan, django_assert_max_num_queries
):
    first = keep(ward, measured)
    keep(ward, measured, level="98", name="Nếu hứa trên 98 %")
    with django_assert_max_num_queries(45):
        page = open_page(secretary, f"{HOME}?nam=2021")
    assert page.link(NAME) == f"{HOME}da-giu/{first.uid}/"
    assert "Nếu hứa trên 98 %" in page.text
    one = open_page(secretary, page.link(NAME))
    one.form(button="Cất lần thử này").send(secretary)
    page = open_page(secretary, f"{HOME}?nam=2021")
    assert NAME not in page.text
    with_away = open_page(secretary, f"{HOME}?nam=2021&da-cat=1")
    assert page.link("Xem cả 1 lần đã cất").startswith("?nam=2021&da-cat=1")
    assert NAME in with_away.text
    open_page(secretary, with_away.link(NAME)).form(button="Lấy lại").send(secretary)
    assert NAME in open_page(secretary, f"{HOME}?nam=2021").text
    assert list(first.steps.values_list("kind", flat=True)) == ["away", "back"]
    empty = open_page(secretary, f"{HOME}?nam=2021")
    assert "Chưa giữ lần thử nào" not in empty.text


def test_nothing_moved_is_nothing_to_keep_and_what_was_typed_stays(secretary: Client, measured: Plan):
    url = address(measured, "3.2")
    typed = {"muc": "95", "den": FEBRUARY, "name": "Như cũ", "words": "giữ chữ"}
    page = examine(secretary.post(f"{url}giu/", typed), url, status=422)
    assert "Chưa thử gì" in page.notice
    assert not KeptTrial.objects.exists()
    unnamed = examine(secretary.post(f"{url}giu/", typed | {"muc": "97", "name": ""}), url, status=422)
    form = unnamed.form(button="Giữ lại lần thử này")
    assert form.values["words"] == "giữ chữ"
    assert form.values["muc"] == "97"
    assert unnamed.form(button="Thử").values["muc"] == "97"
    assert secretary.get(f"{url}giu/").status_code == 302


def test_two_trials_of_one_promise_never_share_a_name(secretary: Client, ward: Ward, measured: Plan):
    first = keep(ward, measured)
    with pytest.raises(refusals.TrialNamed) as refused:
        keep(ward, measured, level="98", name="nếu HỨA  trên 97 %")
    assert "Phạm Thư Ký" in refused.value.sentence
    actions.put_away(first, by=ward.viewer(ward.secretary), at=now())
    keep(ward, measured, level="98")
    with pytest.raises(refusals.TrialNamed):
        actions.bring_back(first, by=ward.viewer(ward.secretary), at=now())


def test_any_official_keeps_and_only_he_or_a_planner_puts_away(client: Client, ward: Ward, measured: Plan):
    own = keep(ward, measured, by=ward.viewer(ward.one_stop))
    with pytest.raises(refusals.TrialOfOthers):
        actions.put_away(own, by=ward.viewer(ward.specialist), at=now())
    page = open_page(sign_in(client, ward.specialist), f"{HOME}da-giu/{own.uid}/")
    assert not [one for one in page.forms if one.action.endswith("/cat/")]
    actions.put_away(own, by=ward.viewer(ward.one_stop), at=now())
    with pytest.raises(refusals.TrialAway):
        actions.put_away(own, by=ward.viewer(ward.chairman), at=now())
    actions.bring_back(own, by=ward.viewer(ward.chairman), at=now())
    with pytest.raises(refusals.TrialNotAway):
        actions.bring_back(own, by=ward.viewer(ward.chairman), at=now())


def test_a_note_waits_for_a_round_and_is_carried_into_it_once(secretary: Client, ward: Ward, measured: Plan):
    kept = keep(ward, measured)
    url = f"{HOME}da-giu/{kept.uid}/"
    assert "Khi mở đợt, đưa vào từ trang này" in open_page(secretary, url).text
    with pytest.raises(refusals.NoRoundOpen):
        actions.carry(kept, _ground(kept), "vì", by=ward.viewer(ward.secretary), at=now())
    by = ward.viewer(ward.secretary, date(2021, 12, 6))
    round_ = rounds.open_round(measured, date(2021, 12, 20), by=by, at=now())
    form = open_page(secretary, url).form(button="Đề nghị mức này cho năm 2022")
    assert form.values["reason"].startswith(NAME)
    line = round_.lines.get(objective=kept.target.objective)
    assert form.send(secretary).headers["Location"] == f"/muc-tieu/nam-sau/dong/{line.uid}/"
    said = line.sayings.get(kind="change")
    assert "97" in said.text
    assert kept.steps.get().line == line
    again = examine(
        open_page(secretary, url).form(button="Đề nghị mức này cho năm 2022").send(secretary), url, status=422
    )
    assert "Phạm Thư Ký đã đưa lần thử này vào đợt xây dựng." in again.notice
    assert "đã đưa vào đợt năm 2022" in open_page(secretary, f"{HOME}?nam=2021").text
    assert Entry.objects.filter(verb="trial.carry").count() == 1


def test_a_refused_carrying_leaves_neither_a_saying_nor_a_step(ward: Ward, measured: Plan, client: Client):
    kept = keep(ward, measured)
    by = ward.viewer(ward.secretary, date(2021, 12, 6))
    rounds.open_round(measured, date(2021, 12, 20), by=by, at=now())
    url = f"{HOME}da-giu/{kept.uid}/"
    other = sign_in(client, ward.specialist)
    page = examine(other.post(f"{url}dua-vao-dot/", {"reason": "  "}), url, status=422)
    assert page.form(action=f"{url}dua-vao-dot/")
    assert not TrialStep.objects.exists()
    form = open_page(other, url).form(button="Góp ý vào đợt năm 2022")
    form.send(other, reason="Mức này giữ được")
    assert RoundSaying.objects.get().kind == "comment"
    actions.put_away(kept, by=ward.viewer(ward.secretary), at=now())
    with pytest.raises(refusals.TrialAway):
        actions.carry(kept, _ground(kept), "vì", by=by, at=now())
    assert "Lấy lại rồi mới đưa vào đợt được" in open_page(other, url).text


def test_a_rest_that_is_spoken_of_otherwise_by_then_falls_away(secretary: Client, ward: Ward, measured: Plan):
    url = f"{address(measured, '3.2')}?muc=97&nhip=99&den={FEBRUARY}"
    open_page(secretary, url).form(button="Giữ lại lần thử này").send(secretary)
    kept = KeptTrial.objects.get()
    for month in range(2, 13):
        record(ward, measured, "3.2", month, num=99, den=100)
    ground = _ground(kept, date(2022, 1, 10))
    assert ground.rest.going is Going.NONE
    assert read_meant(kept.meant, ground).rest is None
    assert "không còn giả định như khi đó được" in open_page(secretary, f"{HOME}da-giu/{kept.uid}/").text


def test_a_kept_trial_cannot_be_written_over(ward: Ward, measured: Plan):
    kept = keep(ward, measured)
    for change in (lambda: KeptTrial.objects.update(name="x"), lambda: KeptTrial.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    kept.refresh_from_db()
    assert kept.name == NAME


def test_another_ward_sees_none_of_it_and_keeps_nothing_here(client: Client, ward: Ward, measured: Plan):
    kept = keep(ward, measured)
    other = make_ward("Nam Hồng", code="00124", prefix="nh-")
    sign_in(client, other.secretary)
    url = f"{HOME}da-giu/{kept.uid}/"
    assert client.get(url).status_code == 404
    for rest in ("cat/", "lay-lai/", "dua-vao-dot/"):
        assert client.post(f"{url}{rest}", {"reason": "x"}).status_code == 404
    with pytest.raises(NotFound):
        keep(ward, measured, name="Của phường khác", by=other.viewer(other.secretary))
    theirs = other.viewer(other.secretary)
    assert not subjects.describe([Subject("kept_trial", kept.uid)], theirs)


def test_whoever_kept_one_finds_it_among_what_is_kept_about_him(ward: Ward, measured: Plan):
    keep(ward, measured)
    viewer = ward.viewer(ward.secretary)
    asked = kept_about.Asked(viewer, ward.secretary, viewer.on, now())
    section = next(one for one in kept_about.sections(asked) if one.key == "objectives.trials")
    assert [one.label for one in section.lines] == [NAME]


def _ground(kept: KeptTrial, on: date = date(2021, 12, 6)):
    found = ground_of(kept.target, on)
    assert found is not None
    return found
