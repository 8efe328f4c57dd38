"""Every clause that asks for something has a question, and no question belongs to a clause that is not there."""

from __future__ import annotations

from chuan.law.audit_questions import of_process, questions, sure
from chuan.law.iso9001 import asking
from chuan.rules.types import Sure


def test_every_clause_that_asks_for_something_is_asked_about():
    assert list(questions()) == [one.number for one in asking()]
    assert all(text.endswith("?") for texts in questions().values() for text in texts)


def test_questions_of_a_process_name_it_and_a_clause():
    numbers = {one.number for one in asking()}
    assert all("{name}" in one.text and one.clause in numbers for one in of_process())
    assert sure() is Sure.UNVERIFIED
