"""Judgments about clauses and about keeping the system going; no database, no clock."""

from chuan.rules.conformity.clauses import Asked, Evidence, Saying, Standing, judge
from chuan.rules.conformity.duties import State, stand
from chuan.rules.conformity.maintaining import Proof, share, whole

__all__ = ["Asked", "Evidence", "Proof", "Saying", "Standing", "State", "judge", "share", "stand", "whole"]
