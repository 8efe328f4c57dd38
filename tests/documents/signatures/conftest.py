"""Signed papers of the invented year, made once: ten papers, the traps among them, and who vouches for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest
from django.utils import timezone

from chuan.demo_exports import papers_invented, signed_papers
from chuan.demo_exports.authority import Authority
from chuan.demo_exports.papers_invented import Paper
from tests.documents.following.made import bring
from tests.people import Ward, at


@dataclass(frozen=True)
class Folder:
    """Papers and their signed files."""

    papers: tuple[Paper, ...]
    files: tuple[tuple[str, bytes], ...]
    authority: Authority

    def named(self, n: int) -> str:
        """The file name of the paper counted from 1."""
        return self.files[n - 1][0]


@pytest.fixture(scope="session")
def signed() -> Folder:
    """Fourteen papers with the traps."""
    papers = tuple(one for one in papers_invented.outgoing(60) if one.kind != "secret")[:14]
    authority = Authority()
    return Folder(papers, tuple(signed_papers.signed(papers, by=authority)), authority)


@pytest.fixture
def now(db: None) -> datetime:
    """The moment at the door."""
    return timezone.now()


def rows_of(papers: tuple[Paper, ...]) -> list[dict[str, str]]:
    """The papers as rows of Sổ văn bản đi."""
    return [
        {
            "full_number": one.full_number, "issued_on": one.issued.isoformat(), "subject": one.title,
            "sent_on": one.sent.isoformat(), "way": one.way, "sent_state": one.state, "form": "Văn bản điện tử",
        }
        for one in papers
    ]  # fmt: skip


@pytest.fixture
def registered(ward: Ward, signed: Folder) -> Ward:
    """A ward whose register lists the papers."""
    bring(ward.unit, "documents_out", rows_of(signed.papers), at=at(2022, 1, 5))
    return ward
