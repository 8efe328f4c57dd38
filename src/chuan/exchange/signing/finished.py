"""What signing comes to: the PDF, the level it reached, what was lacking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chuan.exchange.signing.levels import Level


class Warned(StrEnum):
    """Why a level was not reached."""

    NO_TIME = "no_time"
    """The time-stamping service was not configured or did not answer."""
    NO_EVIDENCE = "no_evidence"
    """Some certificate could not be proved: no anchor, or its revocation is not to be had."""


@dataclass(frozen=True)
class Finished:
    """A signed PDF, the level that all its signatures have reached, and what was lacking."""

    pdf: bytes
    level: Level
    warnings: tuple[Warned, ...] = ()
    lacking: tuple[str, ...] = ()
    """Names of the certificates that could not be proved."""
