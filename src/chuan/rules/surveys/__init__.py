"""Surveys of satisfaction thought through: questions, marks, shares, small counts (TCVN ISO 9001:2015, 9.1.2)."""

from chuan.rules.surveys.asking import MOST_OWN, MOST_WORDS, Question, Told, check_days, checked, questions_of
from chuan.rules.surveys.counting import LEAST_SHOWN, Line, counted, few, satisfied

__all__ = [
    "LEAST_SHOWN", "Line", "MOST_OWN", "MOST_WORDS", "Question", "Told", "check_days", "checked", "counted", "few",
    "questions_of", "satisfied",
]  # fmt: skip
