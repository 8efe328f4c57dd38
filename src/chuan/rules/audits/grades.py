"""How heavy a finding is, and what it needs before it may be written down (TCVN ISO 9001:2015, 9.2.2)."""

from __future__ import annotations

from enum import StrEnum

from chuan.rules.refusals.audits import FindingWithoutClause, FindingWithoutEvidence


class Grade(StrEnum):
    """From a requirement that is not met at all to what others may learn from."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"
    OPPORTUNITY = "opportunity"
    STRENGTH = "strength"


GRADE_NAMES = {
    Grade.MAJOR: "không phù hợp nặng",
    Grade.MINOR: "không phù hợp nhẹ",
    Grade.OBSERVATION: "lưu ý",
    Grade.OPPORTUNITY: "cơ hội cải tiến",
    Grade.STRENGTH: "điểm tốt",
}
GRADE_MEANINGS = {
    Grade.MAJOR: "Cả một yêu cầu không được làm, hoặc cùng một lỗi lặp lại ở nhiều nơi, hoặc người dân chịu thiệt.",
    Grade.MINOR: "Một yêu cầu có làm, nhưng một vài lần làm không đúng.",
    Grade.OBSERVATION: "Chưa sai, nhưng để vậy có thể thành sai.",
    Grade.OPPORTUNITY: "Đang đúng, và có cách làm tốt hơn.",
    Grade.STRENGTH: "Làm tốt hơn yêu cầu; nơi khác nên học.",
}


def asks_for_correction(grade: Grade) -> bool:
    """Whether a requirement is not met, so that it must be corrected and its cause found (10.2.1)."""
    return grade in (Grade.MAJOR, Grade.MINOR)


def require_grounds(grade: Grade, clause: str, evidence: str) -> None:
    """What does not conform needs the clause and what was seen; every other finding may go without a clause.

    Raises ``FindingWithoutClause``, ``FindingWithoutEvidence``.
    """
    if not asks_for_correction(grade):
        return
    if not clause.strip():
        raise FindingWithoutClause(grade=GRADE_NAMES[grade])
    if not evidence.strip():
        raise FindingWithoutEvidence(grade=GRADE_NAMES[grade])
