"""Every reason to say no, with the sentence shown: first the fact, then the way out.

``what`` and ``do`` are constant templates (so that a catalogue of translations can list
them); the fields of the class are put in when the sentence is said. A refusal is a
dataclass: ``FileTooBig(megabytes=200, limit=50)``, checked by mypy like any call.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial
from typing import Any, ClassVar

from chuan.rules.wording import said


@dataclass(kw_only=True, eq=False)
class Refused(Exception):
    """A rule says no. ``code`` is stable; ``sentence`` is Vietnamese and says what to do."""

    code: ClassVar[str] = "refused"
    what: ClassVar[str] = "Chưa làm được việc này."
    do: ClassVar[str] = "Mở lại trang rồi thử lại; nếu vẫn vậy, báo người quản trị."

    def __init_subclass__(cls) -> None:
        cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @property
    def sentence(self) -> str:
        """The fact and the way out, fields filled in."""
        shown = {name: said(value) for name, value in self._given().items()}
        return f"{self.what} {self.do}".format(**shown)

    def __str__(self) -> str:
        return self.sentence

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[()]]:
        # A file is read in a process of its own; its refusal has to come back whole.
        return partial(type(self), **self._given()), ()

    def _given(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}
