"""The signature task of the separate process: see ``chuan.exchange.worker.serve``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chuan.exchange.limits import Limits
from chuan.exchange.signatures import chains
from chuan.exchange.signatures.reading import read_report
from chuan.exchange.signatures.report import SignatureReport
from chuan.exchange.signatures.trust import Trust


@dataclass(frozen=True)
class _Packed:
    report: SignatureReport

    def packed(self) -> dict[str, Any]:
        """The report as the worker sends it."""
        return {"report": self.report.to_json()}


def prepare() -> None:
    """Before the doors are closed."""
    chains.prepare()


def read(data: bytes, opening: dict[str, Any], *, name: str, limits: Limits) -> _Packed:
    """The report of one file; ``opening`` carries the trust and the moment."""
    trust, at = Trust.from_json(opening["trust"]), datetime.fromisoformat(opening["at"])
    return _Packed(read_report(data, name=name, trust=trust, at=at))
