"""Whether it went past the ward, from both sides: what came in above, held against the ward's own days. No database."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.escalations import next_steps
from chuan.petitions.escalated import judging
from chuan.petitions.escalated.judging import Basis, Facts, Ours, Verdict, judged

ABOVE = date(2021, 5, 20)
RUNNING = Ours(received_on=date(2021, 4, 5), due_on=date(2021, 5, 20), settled_on=None)
SOLVED = Ours(date(2021, 4, 5), date(2021, 5, 20), date(2021, 5, 20))
OVERDUE = Ours(date(2021, 4, 5), date(2021, 5, 19), None)
RETURNED = Ours(date(2021, 5, 3), None, None, "return")
AFTER = Ours(date(2021, 5, 21), None, None)
SOLVED_LATE = Ours(date(2021, 4, 5), date(2021, 5, 19), date(2021, 5, 25))


@pytest.mark.parametrize(
    ("kind", "more", "verdict", "reason", "article"),
    [
        ("complaint", {"never_asked": True}, Verdict.PAST, judging.NEVER_ASKED, "Điều 7 khoản 1"),
        ("complaint", {"ours": RUNNING}, Verdict.PAST, judging.IN_TIME, "Điều 7 khoản 1"),
        ("complaint", {"ours": SOLVED}, Verdict.LAWFUL, judging.DECIDED, "Điều 7 khoản 1, Điều 33"),
        ("complaint", {"ours": OVERDUE}, Verdict.LAWFUL, judging.OVERDUE, "Điều 7 khoản 1, Điều 33"),
        ("complaint", {"ours": SOLVED_LATE}, Verdict.LAWFUL, judging.OVERDUE, "Điều 7 khoản 1, Điều 33"),
        ("denunciation", {"ours": SOLVED}, Verdict.LAWFUL, judging.DECIDED, "Điều 37"),
        ("denunciation", {"ours": OVERDUE}, Verdict.LAWFUL, judging.OVERDUE, "Điều 38"),
        ("denunciation", {"never_asked": True}, Verdict.PAST, judging.NEVER_ASKED, ""),
        ("feedback", {"ours": SOLVED}, Verdict.LAWFUL, judging.DECIDED, ""),
        ("feedback", {"ours": RUNNING}, Verdict.PAST, judging.IN_TIME, ""),
        ("complaint", {"ours": AFTER}, Verdict.PAST, judging.ASKED_AFTER, "Điều 7 khoản 1"),
        ("complaint", {"ours": Ours(date(2021, 5, 3), None, None)}, Verdict.UNCLEAR, judging.NO_DUE, ""),
        ("complaint", {"ours": RETURNED}, Verdict.UNCLEAR, judging.NOT_SOLVED, ""),
        ("complaint", {"ours": Ours(date(2021, 5, 3), None, None, "forward")}, Verdict.LAWFUL, judging.NOT_OURS, ""),
        ("complaint", {}, Verdict.UNCLEAR, judging.UNLINKED, ""),
    ],
)  # fmt: skip
def test_by_the_days(kind: str, more: dict[str, object], verdict: Verdict, reason: str, article: str) -> None:
    found = judged(Facts(kind, ABOVE, **more), next_steps(ABOVE))  # type: ignore[arg-type]
    assert (found.verdict, found.reason) == (verdict, reason)
    assert (found.law.citation.article if found.law else "") == article
    assert found.basis is (Basis.LAW if article else Basis.RULE)


@pytest.mark.parametrize(
    ("said", "verdict"), [("past", Verdict.PAST), ("lawful", Verdict.LAWFUL), ("other", Verdict.LAWFUL)]
)
def test_the_units_own_word_goes_first_and_is_called_so(said: str, verdict: Verdict) -> None:
    found = judged(Facts("complaint", ABOVE, ours=RUNNING, said=said), next_steps(ABOVE))
    assert (found.verdict, found.basis, found.law) == (verdict, Basis.UNIT, None)


def test_the_act_is_that_of_the_day_and_none_of_it_is_called_read() -> None:
    then, now = next_steps(date(2026, 6, 30)), next_steps(date(2026, 7, 1))
    assert then["complaint.overdue"].citation.number == "02/2011/QH13"
    assert "136/2025/QH15" in now["complaint.overdue"].citation.number
    assert {value.sure for value in (*then.values(), *now.values())} == {"unverified"}
