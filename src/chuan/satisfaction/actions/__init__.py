"""Everything that changes surveys: opened, closed, answered; words taken out; the page switched on or off."""

from chuan.satisfaction.actions.answering import answer, answered_before
from chuan.satisfaction.actions.keeping import Opened, blank_words, close_survey, open_survey
from chuan.satisfaction.actions.switching import choose_public_survey

__all__ = [
    "Opened", "answer", "answered_before", "blank_words", "choose_public_survey", "close_survey", "open_survey",
]  # fmt: skip
