"""How much of the law that the house reckons by has been read in the act itself."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, fine


def examine(looking: Looking) -> Iterator[Finding]:
    """Counted, not judged: an unverified value says so wherever it is shown."""
    counted: Counter[str] = Counter()
    for file in files("chuan.law").iterdir():
        if file.name.endswith(".toml"):
            counted.update(_sure_of(tomllib.loads(file.read_text(encoding="utf-8"))))
    yield fine(
        _(
            "%(read)d giá trị đã đọc ở văn bản, %(reported)d theo nguồn dẫn lại, %(unverified)d chưa kiểm chứng."
        )
        % {name: counted[name] for name in ("read", "reported", "unverified")}
    )


def _sure_of(raw: Any) -> Iterator[str]:
    if isinstance(raw, dict):
        for key, value in raw.items():
            yield from [value] if key == "sure" and isinstance(value, str) else _sure_of(value)
    elif isinstance(raw, list):
        for one in raw:
            yield from _sure_of(one)
