"""A clause is answered by what it asks for, or by what the unit says of it; a year by all of its proofs."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chuan.rules.conformity import Asked, Evidence, Proof, Saying, Standing, judge, share, whole

BOTH, DOCUMENT, RECORD, NEITHER = (
    Asked(True, True),
    Asked(True, False),
    Asked(False, True),
    Asked(False, False),
)


@pytest.mark.parametrize(
    ("asked", "documents", "records", "standing"),
    [
        (BOTH, 1, 1, Standing.HELD), (BOTH, 1, 0, Standing.NO_RECORD), (BOTH, 0, 1, Standing.NO_DOCUMENT),
        (BOTH, 0, 0, Standing.NEITHER), (DOCUMENT, 0, 5, Standing.NO_DOCUMENT), (DOCUMENT, 1, 0, Standing.HELD),
        (RECORD, 5, 0, Standing.NO_RECORD), (RECORD, 0, 1, Standing.HELD), (NEITHER, 0, 0, Standing.NOTHING),
        (NEITHER, 1, 0, Standing.HELD), (NEITHER, 0, 1, Standing.HELD),
    ],
)  # fmt: skip
def test_a_clause_is_answered_by_what_it_asks_for(asked, documents, records, standing):
    assert judge(asked, Evidence(documents, records), None) is standing
    assert standing.is_gap == (standing is not Standing.HELD)


def test_what_the_unit_says_explains_what_is_not_held_and_never_hides_what_is():
    assert judge(BOTH, Evidence(0, 0), Saying.ELSEWHERE) is Standing.ELSEWHERE
    assert judge(BOTH, Evidence(1, 1), Saying.ELSEWHERE) is Standing.HELD
    assert judge(RECORD, Evidence(0, 0), Saying.NOT_APPLIED) is Standing.NOT_APPLIED
    assert not Standing.ELSEWHERE.is_gap
    assert not Standing.NOT_APPLIED.is_gap


def test_a_year_is_kept_going_only_when_no_proof_is_missing():
    there, lacking = Proof("audit"), Proof("review", "chưa ký")
    assert whole([there])
    assert not whole([there, lacking])
    assert not whole([])
    assert share([there, lacking]) == Fraction(1, 2)
    with pytest.raises(ValueError, match="no proof"):
        share([])
