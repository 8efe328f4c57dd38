"""`chuan deadline`: four dates, ledger, outcome; and one Vietnamese sentence for everything that is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chuan.cli import main

KEYS = {
    "lawful_due",
    "first_promise",
    "appointment",
    "state",
    "outcome",
    "ledger",
    "sources",
    "alternatives",
    "portal",
}
LINE = {"date", "round", "holder", "counted", "why", "source"}
FIVE = ("--received", "2021-04-28T10:00", "--period", "5 working_day")


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]):
    def run(*words: str, **events: str) -> dict[str, Any]:
        assert main(["deadline", *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]):
    def run(*words: str) -> str:
        assert main(["deadline", *words]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert len(printed.err.strip().splitlines()) == 1
        return printed.err

    return run


def events(*told: str) -> list[str]:
    return [word for one in told for word in ("--event", one)]


def test_the_example_of_the_manual(ask):
    found = ask(*FIVE)
    assert set(found) >= KEYS
    assert (found["lawful_due"], found["first_promise"], found["appointment"]) == (
        "2021-05-07",
        "2021-05-07",
        None,
    )
    assert found["lawful_due_at"] == "2021-05-07T17:00+07:00"
    assert (found["state"], found["outcome"]) == ("overdue", None)
    assert all(set(line) >= LINE for line in found["ledger"])
    assert [line["date"] for line in found["ledger"] if line["counted"]] == [
        "2021-04-29", "2021-05-04", "2021-05-05", "2021-05-06", "2021-05-07",
    ]  # fmt: skip


def test_every_line_of_the_ledger_has_a_reason_and_a_source(ask):
    for line in ask(*FIVE)["ledger"]:
        assert line["why"]
        assert line["source"]
    sources = ask(*FIVE)["sources"]
    assert {"61/2018/NĐ-CP", "45/2019/QH14", "91/2015/QH13"} <= {one["act"] for one in sources}
    assert {one["sure"] for one in sources} <= {"read", "reported", "unverified"}


def test_a_supplement_restarts_under_the_law_of_2021(ask):
    found = ask(*FIVE, *events("asked@2021-05-04T09:00", "supplied@2021-05-06T14:00"))
    assert (found["lawful_due"], found["first_promise"]) == ("2021-05-13", "2021-05-07")
    assert found["alternatives"] == []
    assert {line["round"] for line in found["ledger"]} == {1, 2}


def test_the_same_case_under_the_law_of_2026_shows_the_unread_article(ask):
    told = events("asked@2021-05-04T09:00", "supplied@2021-05-06T14:00")
    found = ask(*FIVE, "--law-date", "2026-08-10", *told)
    assert found["lawful_due"] == "2021-05-13"
    assert [(one["due"], one["sure"]) for one in found["alternatives"]] == [("2021-05-11", "unverified")]


def test_a_units_own_document_switches_the_rule(ask):
    told = events("asked@2021-05-04T09:00", "supplied@2021-05-06T14:00")
    found = ask(*FIVE, "--law-date", "2026-08-10", "--override", "dossier.supplement=pause; 5/QĐ-UBND", *told)
    assert found["lawful_due"] == "2021-05-11"
    assert [one["due"] for one in found["alternatives"]] == ["2021-05-13"]


def test_two_documents_of_a_unit_may_stand_together(ask):
    own = (
        "--override",
        "dossier.start.cutoff.applies=yes; 5/QĐ",
        "--override",
        "dossier.counted=office; 6/QĐ",
    )
    found = ask("--received", "2021-05-04T15:30", "--period", "2 working_day", *own)
    assert found["lawful_due"] == "2021-05-07"


def test_received_after_fifteen_moves_the_transfer_only(ask):
    found = ask("--received", "2021-05-04T15:30", "--period", "2 working_day")
    assert (found["lawful_due"], found["transfer_due"]) == ("2021-05-06", "2021-05-05T07:30+07:00")
    assert [one["due"] for one in found["alternatives"]] == ["2021-05-07"]


@pytest.mark.parametrize(
    ("settled", "outcome", "days"),
    [("2021-05-06T16:00", "early", 1), ("2021-05-07T17:00", "on_time", 0), ("2021-05-07T18:00", "late", 1),
     ("2021-05-12T09:00", "late", 3), ("2021-05-07", "on_time", 0)],
)  # fmt: skip
def test_a_finished_case_is_early_on_time_or_late(ask, settled: str, outcome: str, days: int):
    found = ask(*FIVE, "--event", f"finished@{settled}")
    assert (found["state"], found["outcome"], found["outcome_days"]) == ("ended", outcome, days)


def test_an_apology_moves_the_appointment_only_and_the_case_is_late(ask):
    told = events("apologised:2021-05-14@2021-05-06T09:00", "finished@2021-05-13T09:00")
    found = ask(*FIVE, *told)
    assert (found["lawful_due"], found["appointment"]) == ("2021-05-07", "2021-05-14")
    assert (found["outcome"], found["outcome_days"]) == ("late", 4)


def test_a_prolongation_in_time_moves_the_lawful_date_and_keeps_the_promise(ask):
    found = ask(*FIVE, "--event", "prolonged:3@2021-05-05T09:00")
    assert (found["lawful_due"], found["first_promise"]) == ("2021-05-12", "2021-05-07")


def test_a_prolongation_after_the_due_date_moves_nothing(ask):
    found = ask(*FIVE, "--event", "prolonged:3@2021-05-10T09:00")
    assert found["lawful_due"] == "2021-05-07"
    assert "prolonged_late" in {one["code"] for one in found["warnings"]}


def test_while_papers_are_awaited_there_is_no_date(ask):
    found = ask(*FIVE, "--event", "asked@2021-05-04T09:00", "--at", "2021-05-20T09:00")
    assert (found["lawful_due"], found["state"], found["holder"]) == (None, "waiting", "citizen")
    assert found["ledger"][-1]["date"] == "2021-05-20"


def test_steps_may_be_given_in_any_order(ask):
    forth = ask(*FIVE, *events("asked@2021-05-04T09:00", "supplied@2021-05-06T14:00"))
    back = ask(*FIVE, *events("supplied@2021-05-06T14:00", "asked@2021-05-04T09:00"))
    assert forth["ledger"] == back["ledger"]


def test_a_case_may_be_looked_at_on_any_day(ask):
    assert ask(*FIVE, "--at", "2021-05-05T09:00")["state"] == "running"
    assert ask(*FIVE, "--at", "2021-05-07T09:00")["state"] == "due_soon"
    assert ask(*FIVE, "--at", "2021-01-01T09:00")["at"] == "2021-04-28T10:00+07:00", "never before receipt"


def test_hours_have_their_time(ask):
    found = ask("--received", "2021-05-04T16:00", "--period", "2 working_hour")
    assert (found["lawful_due"], found["first_promise"]) == ("2021-05-05T08:30", "2021-05-05T08:30")
    assert sum(line["amount"] for line in found["ledger"]) == 120


def test_an_office_gives_its_own_hours(ask):
    found = ask(
        "--received", "2021-05-04T16:00", "--period", "2 working_hour", "--hours", "07:00-11:30,13:30-17:00"
    )
    assert found["lawful_due"] == "2021-05-05T08:00"
    assert "hours_unverified" not in {one["code"] for one in found["warnings"]}


def test_a_dossier_handed_in_elsewhere_starts_where_it_is_decided(ask):
    told = (
        "--received",
        "2026-08-10T10:00",
        "--period",
        "3 working_day",
        "--event",
        "received@2026-08-12T09:00",
    )
    found = ask(*told)
    assert found["lawful_due"] == "2026-08-17"
    assert [line["holder"] for line in found["ledger"]][:2] == ["counter", "counter"]


@pytest.mark.parametrize(
    ("received", "period", "due"),
    [
        ("2021-02-09T10:00", "3 working_day", "2021-02-19"),  # Tết 10 to 16/02
        ("2022-04-29T10:00", "1 working_day", "2022-05-04"),  # two holidays on a weekend: two days in lieu
        ("2023-04-28T10:00", "1 working_day", "2023-05-04"),  # Giỗ Tổ on Saturday, 30/4 on Sunday, 1/5
        ("2024-04-26T10:00", "2 working_day", "2024-05-03"),  # 29/4 off for Saturday 4/5
        ("2025-04-25T10:00", "1 working_day", "2025-04-26"),  # a worked Saturday
        ("2025-04-29T10:00", "1 working_day", "2025-05-05"),  # 2/5 off for it
        ("2026-01-09T10:00", "1 working_day", "2026-01-10"),  # a worked Saturday
        ("2026-01-20T10:00", "30 calendar_day", "2026-02-23"),  # the 30th day is in Tết
        ("2026-04-20T10:00", "6 calendar_day", "2026-04-28"),  # Giỗ Tổ on Sunday, in lieu on Monday
        ("2026-08-21T10:00", "1 working_day", "2026-08-22"),  # a worked Saturday
        ("2026-08-28T10:00", "1 working_day", "2026-09-03"),  # 31/8 off for it, then the holidays
        ("2026-11-20T10:00", "1 working_day", "2026-11-23"),  # the swap that was only proposed
        ("2026-11-23T10:00", "1 working_day", "2026-11-25"),  # 24/11 is off
        ("2026-12-31T10:00", "1 working_day", "2027-01-04"),
        ("2027-02-03T10:00", "1 working_day", "2027-02-11"),  # Tết 4 to 10/02
        ("2027-09-01T10:00", "1 working_day", "2027-09-06"),
        ("2026-08-15T10:00", "0 working_day", "2026-08-17"),  # at once, but received on a Saturday
        ("2026-08-21T16:00", "4 working_hour", "2026-08-22T10:30"),  # an hour on Friday, three on Saturday
        ("2026-08-10T11:00", "1 working_hour", "2026-08-10T13:30"),  # across the noon break
    ],
)
def test_due_days_reckoned_by_hand(ask, received: str, period: str, due: str):
    assert ask("--received", received, "--period", period)["lawful_due"] == due


@pytest.mark.parametrize(
    ("steps", "law", "due", "other"),
    [
        (["received@2026-08-12T09:00"], "2021-08-10", "2026-08-13", "2026-08-17"),
        (["received@2026-08-12T09:00"], "2026-08-10", "2026-08-17", None),
        (["asked@2026-08-11T09:00", "supplied@2026-08-16T14:00"], "2021-08-10", "2026-08-19", None),
        (["asked@2026-08-11T09:00", "supplied@2026-08-12T14:00"], "2026-08-10", "2026-08-17", "2026-08-14"),
        (["asked@2026-08-13T18:00", "supplied@2026-08-17T10:00"], "2021-08-10", "2026-08-13", "2026-08-20"),
    ],
)
def test_the_same_dossier_differs_where_the_law_does(
    ask, steps: list[str], law: str, due: str, other: str | None
):
    """Three working days from Monday 10/08/2026; the other way of counting is shown only beside."""
    told = [word for step in steps for word in ("--event", step)]
    found = ask("--received", "2026-08-10T08:00", "--period", "3 working_day", "--law-date", law, *told)
    assert found["lawful_due"] == due
    assert [one["due"] for one in found["alternatives"]] == ([other] if other else [])


def test_a_notice_that_came_after_the_receipt_keeps_the_first_promise(ask):
    """12729/VPCP-KGVX of 25/12/2025 took 02/01/2026 off."""
    found = ask("--received", "2025-12-24T10:00", "--period", "10 working_day")
    assert (found["first_promise"], found["lawful_due"]) == ("2026-01-08", "2026-01-09")
    assert "calendar_changed" in [one["code"] for one in found["warnings"]]


def test_the_receipt_may_be_given_as_an_event(ask):
    found = ask("--period", "5 working_day", "--event", "received@2021-04-28T10:00")
    assert found["lawful_due"] == "2021-05-07"


def test_time_at_another_agency_is_counted_and_named(ask):
    found = ask(*FIVE, *events("sent_out@2021-05-04T09:00", "came_back@2021-05-06T09:00"))
    assert found["lawful_due"] == "2021-05-07"
    assert found["counted_by"] == {"office": 3, "other_agency": 2}


def test_the_portals_verdict_stands_apart(ask):
    told = events("asked@2021-05-04T09:00", "supplied@2021-05-06T14:00", "finished@2021-05-12T09:00")
    found = ask(*FIVE, *told)
    assert (found["outcome"], found["portal"]["verdict"]) == ("early", "overdue")


def test_a_year_without_its_calendar_warns_and_gives_no_date(capsys: pytest.CaptureFixture[str]):
    assert main(["deadline", "--received", "2027-12-30T10:00", "--period", "5 working_day", "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["lawful_due"] is None
    assert "Chưa có lịch nghỉ năm 2028" in printed.err


def test_without_json_a_person_reads_it(capsys: pytest.CaptureFixture[str]):
    told = events("apologised:2021-05-14@2021-05-06T09:00", "finished@2021-05-13T09:00")
    assert main(["deadline", *FIVE, *told]) == 0
    printed = capsys.readouterr().out
    assert "Hạn theo quy định: 07/05/2021 17:00" in printed
    assert "14/05/2021" in printed
    assert "đã xong, trễ hạn 4 ngày làm việc" in printed
    assert "30/04/2021" in printed


def test_a_running_case_reads_without_an_outcome(capsys: pytest.CaptureFixture[str]):
    received = ("--received", "2021-05-04T15:30", "--period", "5 working_day")
    assert main(["deadline", *received, "--at", "2021-05-05T08:00"]) == 0
    printed = capsys.readouterr().out
    assert "Tình trạng:        đang chạy\n" in printed
    assert "Cách tính khác:    nhận sau 15:00" in printed


def test_a_case_solved_in_time_reads_without_days(capsys: pytest.CaptureFixture[str]):
    assert main(["deadline", *FIVE, "--event", "finished@2021-05-07T09:00"]) == 0
    assert "đã xong, đúng hạn\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "thời hạn"),
        (("--period", "5 working_day"), "tiếp nhận"),
        (("--received", "2021-04-28T10:00"), "thời hạn"),
        (("--received", "28-04", "--period", "5 working_day"), "28-04"),
        (("--received", "2021-02-30T10:00", "--period", "5 working_day"), "2021-02-30"),
        ((*FIVE[:3], "nửa ngày"), "nửa ngày"),
        ((*FIVE[:3], "0.5 working_day"), "số nguyên"),
        ((*FIVE[:3], "-5 working_day"), "số nguyên"),
        (("--received", "2021-04-28", "--period", "5 working_hour"), "giờ"),
        ((*FIVE, "--event", "ngủ@2021-05-04T09:00"), "asked"),
        ((*FIVE, "--event", "asked@mai"), "mai"),
        ((*FIVE, "--event", "supplied@2021-05-04T09:00"), "yêu cầu bổ sung"),
        ((*FIVE, "--event", "came_back@2021-05-04T09:00"), "chuyển đi"),
        ((*FIVE, "--event", "finished@2021-04-27T09:00"), "trước khi tiếp nhận"),
        ((*FIVE, *events("finished@2021-05-04T09:00", "asked@2021-05-05T09:00")), "đã kết thúc"),
        ((*FIVE, "--event", "apologised:2021-05-01@2021-05-06T09:00"), "hẹn lại"),
        ((*FIVE, "--law-date", "2010-01-01"), "21/06/2018"),
        ((*FIVE, "--law-date", "hôm nay"), "hôm nay"),
        ((*FIVE, "--at", "x"), "x"),
        ((*FIVE, "--hours", "9-5"), "9-5"),
        ((*FIVE, "--override", "x=y"), "x=y"),
        (("--received", "2015-04-28T10:00", "--period", "5 working_day"), "21/06/2018"),
        ((*FIVE, *events("received@2021-05-04", "received@2021-05-05")), "thứ ba"),
    ],
)
def test_what_is_wrong_is_said_in_one_vietnamese_sentence(refused, words: tuple[str, ...], says: str):
    assert says in refused(*words)
