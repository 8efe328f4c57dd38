"""Which positions of a register a sample takes: the same seed takes the same ones, whoever asks and whenever."""

from __future__ import annotations

import re

from chuan.rules.refusals.audits import RegisterEmpty, SampleEmpty, SampleLargerThanRegister, SeedUnreadable
from chuan.rules.sampling import GREATEST_SEED, draw

MOST = 200
"""Records of one sample: more than a team can look at in the days of an audit of a ward."""


def read_seed(text: str) -> int | None:
    """The seed as typed ("2021", "1.234.567"); None where nothing was typed. Raises ``SeedUnreadable``."""
    bare = re.sub(r"[\s.\u00a0]", "", text)
    if not bare:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", bare) or int(bare) > GREATEST_SEED:
        raise SeedUnreadable(seed=text.strip()[:40], most=GREATEST_SEED)
    return int(bare)


def positions(count: int, *, seed: int, size: int, register: str) -> tuple[int, ...]:
    """The positions taken, counted from 0, in the order of the register, of ``count`` rows in their settled order.

    Raises ``RegisterEmpty``, ``SampleEmpty``, ``SampleLargerThanRegister``.
    """
    if count < 1:
        raise RegisterEmpty(register=register)
    if not 1 <= size <= MOST:
        raise SampleEmpty(size=size, most=MOST)
    if size > count:
        raise SampleLargerThanRegister(size=size, register=register, count=count)
    return tuple(sorted(int(one) for one in draw(map(str, range(count)), seed=seed, size=size)))
