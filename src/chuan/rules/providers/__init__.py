"""Outside providers judged: criteria, what a judgment needs, when it is due anew (TCVN ISO 9001:2015, 8.4.1)."""

from chuan.rules.providers.judging import Answer, Criterion, Met, Result, check_evaluation, is_due

__all__ = ["Answer", "Criterion", "Met", "Result", "check_evaluation", "is_due"]
