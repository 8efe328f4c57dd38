"""The reason inside a verdict, said in one Vietnamese sentence."""

from __future__ import annotations

from chuan.rules.targets.types import Outcome, Reason, Verdict

OUTCOME_WORDS = {
    Outcome.MET: "Đạt",
    Outcome.EXCEEDED: "Vượt",
    Outcome.NOT_MET: "Không đạt",
    Outcome.ON_TRACK: "Đúng tiến độ",
    Outcome.AT_RISK: "Có nguy cơ",
    Outcome.UNMEASURED: "Chưa đo được",
}

REASON_WORDS = {
    Reason.NO_FIGURE: "chưa có số liệu",
    Reason.NO_DENOMINATOR: "chưa có mẫu số nên chưa có tỷ lệ",
    Reason.NO_BASELINE: "thiếu mốc để so sánh",
    Reason.NO_VALUE: "văn bản chưa nêu mức phải đạt",
    Reason.MISSING_PERIODS: "còn thiếu số liệu",
    Reason.MIXED: "các số liệu chưa gộp được với nhau",
    Reason.ONLY_ESTIMATE: "mới có số ước, chờ số chính thức",
    Reason.OPEN_QUESTION: "còn câu hỏi chưa trả lời",
    Reason.CHILD_UNMEASURED: "có mục chưa đo được",
    Reason.NOTHING_TO_MEASURE: "là việc thường xuyên, chưa có minh chứng nào được ghi",
    Reason.TOO_EARLY: "chưa đến kỳ đo",
    Reason.DECIDED: "kết quả không còn thay đổi được nữa",
    Reason.YEAR_ENDED: "kỳ đã kết thúc và đã có số chính thức",
    Reason.PACE_HOLDS: "giữ nhịp này thì sẽ đạt",
    Reason.PACE_FAILS: "giữ nhịp này thì không đạt, cần làm nhanh hơn hoặc giảm bớt phát sinh",
    Reason.BUDGET_SPENT: "đã dùng hết phần được phép",
    Reason.STANDS: "xét theo số liệu đến nay",
}

PATH_WORDS = {
    Reason.PACE_HOLDS: "số liệu đến nay theo kịp",
    Reason.PACE_FAILS: "số liệu đến nay chưa theo kịp, cần làm nhanh hơn hoặc giảm bớt phát sinh",
}
"""What is said instead where the pace is a path that a person set."""

# What follows the reason without a pause: "chưa có số liệu từ 01/01/2021 đến 30/09/2021".
_FLOWING = (Reason.NO_FIGURE, Reason.MISSING_PERIODS)


def reason_sentence(verdict: Verdict) -> str:
    """The outcome and its reason: "Chưa đo được: chưa có số liệu từ 01/01/2021 đến 30/09/2021."."""
    said = f"{OUTCOME_WORDS[verdict.outcome]}: {_why(verdict)}"
    if verdict.pace is not None and verdict.reason in (Reason.PACE_HOLDS, Reason.PACE_FAILS):
        said += f" ({verdict.pace.method})"
    if verdict.detail:
        said += f"{' ' if verdict.reason in _FLOWING else '; '}{verdict.detail}"
    return f"{said}."


def _why(verdict: Verdict) -> str:
    on_a_path = verdict.pace is not None and verdict.pace.set_on is not None
    words = REASON_WORDS[verdict.reason]
    return PATH_WORDS.get(verdict.reason, words) if on_a_path else words
