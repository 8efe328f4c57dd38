"""A document's state is a projection of its readings, and disagreement is named."""

from __future__ import annotations

import pytest

from chuan.documents.checks import states
from chuan.documents.models import Document, Reading

pytestmark = pytest.mark.django_db


def test_a_document_just_read_agrees_with_its_reading(reading: Reading) -> None:
    assert list(states()) == []


def test_a_document_called_confirmed_without_a_confirmed_reading_is_named(reading: Reading) -> None:
    Document.objects.filter(pk=reading.document_id).update(state=Document.State.CONFIRMED)
    (said,) = states()
    assert reading.document.title in said
    assert "không có bản đọc đã xác nhận" in said


def test_a_confirmed_reading_whose_document_does_not_say_so_is_named(reading: Reading) -> None:
    Reading.objects.filter(pk=reading.pk).update(
        status=Reading.Status.CONFIRMED, confirmed_at=reading.recorded_at
    )
    (said,) = states()
    assert "chưa ghi như vậy" in said


def test_a_confirmed_document_that_is_being_read_again_agrees(reading: Reading) -> None:
    Reading.objects.filter(pk=reading.pk).update(
        status=Reading.Status.CONFIRMED, confirmed_at=reading.recorded_at
    )
    Reading.objects.create(
        document=reading.document, text="x", reader_version="t", proposed="", result="", version=2, reason="đọc lại",
        recorded_at=reading.recorded_at,
    )  # fmt: skip
    assert list(states()) == []
