"""Letters: nothing of what a document is about leaves in clear, tries are written down, the last failure is told."""

from __future__ import annotations

import email
import email.policy
import smtplib
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage

import pytest
from django_tasks_db.models import DBTaskResult

from chuan.clocks.models import Clock
from chuan.documents import mail_running
from chuan.documents.actions import sending
from chuan.documents.mail_running import WAITS, over_smtp, send_one
from chuan.documents.models import Correspondent, Delivery, Document
from chuan.documents.refusals_sending import NoAddress, NoSignedFile
from chuan.documents.sending import mail
from chuan.intake.models import RecordSystem
from chuan.people.viewer import Viewer
from tests.documents.sending.conftest import PDF


@pytest.fixture
def server(settings: object) -> Iterator[None]:
    """A mail server is configured."""
    settings.MAIL = {"host": "thu.vi-du", "port": 587, "security": "none", "user": "", "password": "",
                     "sender": "ubnd@vi-du"}  # type: ignore[attr-defined]  # fmt: skip
    return


@pytest.fixture
def waiting(
    issued: Document, kept: RecordSystem, home_affairs: Correspondent, clerk: Viewer, now: datetime
) -> Delivery:
    """A letter in line."""
    sending.queue(issued, by=clerk, at=now)
    return Delivery.objects.get(way="mail")


def refusing(_message: EmailMessage) -> None:
    raise smtplib.SMTPServerDisconnected("ubnd@vi-du:mat-khau")


def test_the_letter_carries_the_signed_bytes_and_not_what_the_document_is_about(
    waiting: Delivery, now: datetime
) -> None:
    data = mail.eml(waiting, at=now)
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["To"] == "noivu@honglinh.gov.vn"
    assert message["X-Unsent"] == "1"
    assert message["Subject"].startswith("UBND phường Bắc Hồng gửi Quyết định 12/QĐ-UBND")
    body = message.get_body()
    assert body is not None
    assert "Tổ rà soát" not in message["Subject"] + body.get_content()
    (attached,) = message.iter_attachments()
    assert (attached.get_content(), attached.get_filename()) == (PDF, "12-QD-UBND.pdf")


def test_a_letter_needs_an_address_and_a_file(waiting: Delivery, now: datetime) -> None:
    assert waiting.correspondent is not None
    waiting.correspondent.mail = ""
    with pytest.raises(NoAddress):
        mail.letter(waiting, at=now)
    waiting.correspondent.mail = "a@b.vn"
    waiting.document.blob = None
    with pytest.raises(NoSignedFile):
        mail.letter(waiting, at=now)


def test_a_subject_of_several_lines_adds_no_header(waiting: Delivery, now: datetime) -> None:
    waiting.document.symbol = "QĐ-UBND\r\nBcc: ai-do@vi-du"
    assert email.message_from_bytes(mail.eml(waiting, at=now))["Bcc"] is None


def test_without_a_server_nothing_is_put_in_line(
    waiting: Delivery, django_capture_on_commit_callbacks: object
) -> None:
    mail_running.send_soon([waiting.uid])
    assert not DBTaskResult.objects.exists()


def test_with_a_server_each_letter_is_put_in_line(waiting: Delivery, server: None) -> None:
    mail_running.send_soon([waiting.uid])
    assert DBTaskResult.objects.count() == 1


def test_sent_it_is_written_down_and_not_sent_again(waiting: Delivery, server: None, now: datetime) -> None:
    went: list[EmailMessage] = []
    assert send_one(waiting.uid, 0, send=went.append, clock=lambda: now) == "sent"
    assert send_one(waiting.uid, 0, send=went.append, clock=lambda: now) == "sent"
    assert [one["From"] for one in went] == ["ubnd@vi-du"]
    assert list(waiting.steps.values_list("verb", "by")) == [("send", None)]


def test_a_failure_is_told_tried_again_and_at_last_left_to_a_person(
    waiting: Delivery, server: None, now: datetime
) -> None:
    for tries in range(len(WAITS) + 1):
        assert send_one(waiting.uid, tries, send=refusing, clock=lambda: now) == "failed"
    assert waiting.steps.count() == len(WAITS) + 1
    assert DBTaskResult.objects.count() == len(WAITS), "no more tries after the last"
    note = waiting.steps.first()
    assert note is not None
    assert note.note == "Máy chủ thư không gửi được (SMTPServerDisconnected)."
    assert Clock.objects.get(subject_kind="delivery", subject_uid=waiting.uid).state == "running"


def test_after_a_failure_it_may_still_go(waiting: Delivery, server: None, now: datetime) -> None:
    send_one(waiting.uid, 0, send=refusing, clock=lambda: now)
    assert send_one(waiting.uid, 1, send=lambda _m: None, clock=lambda: now) == "sent"
    assert Clock.objects.get(subject_kind="delivery", subject_uid=waiting.uid).state == "ended"


def test_a_receiver_that_the_server_refuses_is_told(waiting: Delivery, server: None, now: datetime) -> None:
    def no_such(_message: EmailMessage) -> None:
        raise smtplib.SMTPRecipientsRefused({"a@b": (550, b"no")})

    send_one(waiting.uid, 0, send=no_such, clock=lambda: now)
    assert waiting.steps.get().note == "Máy chủ thư không nhận địa chỉ này."


def test_withdrawn_meanwhile_it_is_not_sent(
    waiting: Delivery, server: None, clerk: Viewer, now: datetime
) -> None:
    sending.withdraw(waiting, "Nhầm", by=clerk, at=now)
    assert send_one(waiting.uid, 0, send=refusing, clock=lambda: now) == "recalled"


def test_the_configured_server_is_spoken_to(
    waiting: Delivery, server: None, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    spoken: list[tuple[object, ...]] = []

    class Server:
        def __init__(self, host: str, port: int, timeout: int) -> None:
            spoken.append((host, port, timeout < 30))

        def __enter__(self) -> Server:
            return self

        def __exit__(self, *_given: object) -> None:
            return None

        def send_message(self, message: EmailMessage) -> None:
            spoken.append((message["To"],))

    monkeypatch.setattr(smtplib, "SMTP", Server)
    over_smtp(mail.letter(waiting, at=now, sender="ubnd@vi-du"))
    assert spoken == [("thu.vi-du", 587, True), ("noivu@honglinh.gov.vn",)]
