"""Every projection against what it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from chuan.offers.checks import projections
from chuan.offers.examinations import Finding, Looking, broken, fine

APART = frozenset({"chỉ mục tìm"})
"""Examined by itself (chuan.search.examining)."""
SHOWN = 3
"""Sentences told of one projection; what follows is mostly the same."""


def examine(looking: Looking) -> Iterator[Finding]:
    """A finding for each projection that differs, with its first sentences."""
    agreed = 0
    for name, check in projections().items():
        if name in APART:
            continue
        differing = list(islice(check(), SHOWN + 1))
        for sentence in differing[:SHOWN]:
            yield broken(
                f"{name}: {sentence}",
                _("Chạy “chuan check projections” để xem hết; gửi kết quả cho người hỗ trợ."),
            )
        agreed += not differing
    yield fine(_("%d phép chiếu khớp với sự kiện.") % agreed)
