"""The 588 procedures of commune level as published: how much of their time limits can be read."""

import json
from collections import Counter
from pathlib import Path

from chuan.rules.time_limits import Doubt, Reading, read_limits


def readings(shared: Path) -> list[Reading]:
    lines = (shared / "data/procedures/commune.jsonl").read_text(encoding="utf-8").splitlines()
    return [read_limits(json.loads(line)["cach_thuc_thuc_hien"]) for line in lines]


def kind(reading: Reading) -> str:
    if not reading.limits:
        return "says none"
    return "whole" if reading.whole else "question"


def test_every_published_procedure_is_read_or_becomes_a_question(shared: Path) -> None:
    kinds = Counter(kind(one) for one in readings(shared))

    assert kinds == {"whole": 314, "question": 239, "says none": 35}


def test_what_has_lost_its_unit_is_never_given_one(shared: Path) -> None:
    lost = [one for one in readings(shared) if Doubt.UNIT_LOST in one.doubts]

    assert len(lost) == 135
    assert all(not limit.unit for one in lost for limit in one.limits if limit.doubt is Doubt.UNIT_LOST)


def test_cases_and_channels_stay_apart(shared: Path) -> None:
    for reading in readings(shared):
        keys = [(one.case, one.channel) for one in reading.limits]
        assert len(keys) == len(set(keys))
