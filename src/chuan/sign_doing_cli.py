"""``chuan sign``: signs with the official's own device, a file on this PC or the documents of a ticket.

With ``--server`` the command shows what the ticket asks for, and only after a yes and the PIN returns
signatures; the key never leaves the device, and the server never sees the PIN.
"""

from __future__ import annotations

import argparse
import getpass
import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from chuan.exchange import signing
from chuan.exchange.signing import Box, Certificate, Level, Services
from chuan.exchange.signing.asking import Asked, Asker
from chuan.exchange.signing.refusals import FieldMissing
from chuan.exchange.signing.token import Held, Token, plugged
from chuan.rules.refusals import Refused

YES = ("y", "yes", "c", "co", "có", "k", "ky", "ký")


def sign(given: argparse.Namespace) -> int:
    """Sign, list certificates, or serve a ticket. Raises ``Refused``."""
    with plugged(given.module, label=given.token) as token:
        if given.list:
            return _list(token)
        if given.server:
            return _by_ticket(given, token)
        if not given.file:
            print("Chỉ rõ tệp PDF cần ký, hoặc --server và --ticket để ký theo mã.", file=sys.stderr)
            return 2
        return _one_file(given, token)


def _list(token: Token) -> int:
    print(f"Thiết bị: {token.label}")
    for held in token.certificates():
        print("\n".join(_about(held.certificate)))
    return 0


def _about(certificate: Certificate) -> Iterator[str]:
    yield f"Chứng thư số: {certificate.name}"
    yield f"  sê-ri {certificate.serial}; hết hạn {certificate.valid_to:%d/%m/%Y}"
    yield f"  SHA-256 {certificate.digest}"


# A file on this PC


def _one_file(given: argparse.Namespace, token: Token) -> int:
    path = Path(given.file)
    held, now = token.choose(given.certificate), _now()
    pdf = _with_place(path.read_bytes(), given)
    appearance = Path(given.appearance).read_bytes() if given.appearance else None
    waiting = signing.prepare(
        pdf, given.field, certificate=held.certificate, at=now, appearance=appearance,
        level=Level.of(given.level), reason=given.reason,
    )  # fmt: skip
    print(f"Tệp: {path.name}; ô ký: {given.field}")
    print(f"SHA-256 của tệp: {hashlib.sha256(path.read_bytes()).hexdigest()}")
    print(f"Mã băm sẽ ký: {waiting.digest.hex()}")
    print("\n".join(_about(held.certificate)))
    if not _confirmed("Ký tệp này?"):
        return 1
    signature = token.sign(held, waiting.to_sign, pin=_pin(token))
    done = signing.finish(waiting, signature, at=_now(), services=_services(given))
    out = Path(given.out) if given.out else path.with_name(f"{path.stem}-da-ky{path.suffix}")
    _write(out, done.pdf)
    print(f"Đã ký mức {done.level}: {out}")
    for warned in done.warnings:
        print(_WARNED[warned].format(names=", ".join(done.lacking) or "–"))
    return 0


_WARNED = {
    signing.Warned.NO_TIME: "Chưa có dấu thời gian: dịch vụ không được chỉ rõ hoặc không trả lời.",
    signing.Warned.NO_EVIDENCE: "Chưa đủ bằng chứng chứng thư số còn hiệu lực: {names}.",
}


def _with_place(pdf: bytes, given: argparse.Namespace) -> bytes:
    if not given.box:
        return pdf
    try:
        page, *corners = (float(one) for one in given.box.split(","))
        x0, y0, x1, y1 = corners
    except ValueError:
        raise FieldMissing(field=given.field) from None
    return signing.reserve(pdf, {given.field: Box(int(page) - 1, x0, y0, x1, y1)})


def _services(given: argparse.Namespace) -> Services:
    anchors = tuple(signing.certificate_from(Path(one).read_bytes()).der for one in given.anchor)
    return Services(timestamp_url=given.tsa, addresses=tuple(given.allow), anchors=anchors)


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all: the signed file never takes the place of anything half written."""
    beside = path.with_name(path.name + ".tam")
    beside.write_bytes(data)
    beside.replace(path)


# The documents of a ticket


def _by_ticket(given: argparse.Namespace, token: Token) -> int:
    code = given.ticket or getpass.getpass("Mã ký: ").strip()
    asker = Asker(given.server, code, ca=given.ca)
    if not asker.private:
        print("Đường truyền http không mã hóa: chỉ dùng trong mạng nội bộ tin cậy.", file=sys.stderr)
    held = token.choose(given.certificate)
    asked = asker.begin(held.certificate)
    print("\n".join(_told(asked, held.certificate)))
    if not _confirmed(f"Ký {len(asked.documents)} văn bản?"):
        return 1
    return _sign_all(asker, asked, token, held)


def _told(asked: Asked, certificate: Certificate) -> Iterator[str]:
    yield f"{asked.unit}; người ký: {asked.official}; {asked.role}"
    yield from _about(certificate)
    for place, one in enumerate(asked.documents, start=1):
        number = f"số {one.number}; " if one.number else ""
        yield f"{place}. {one.title} ({number}{one.signatures} chữ ký)"
        yield f"   {one.subject}"
        yield f"   SHA-256 {one.sha256}"


def _sign_all(asker: Asker, asked: Asked, token: Token, held: Held) -> int:
    titles, pin = {one.key: one.title for one in asked.documents}, _pin(token)
    refused: dict[str, str] = {}
    done = 0
    try:
        while items := asker.waiting(refused):
            answers = {one.key: token.sign(held, one.to_sign, pin=pin) for one in items}
            for result in asker.take(answers, refused):
                done += result.outcome == "done"
                if result.outcome == "done":
                    print(f"Đã ký mức {result.level}: {titles.get(result.key, '')}", flush=True)
    except Refused:
        print(f"Đã ký xong {done}/{len(titles)} văn bản; phần còn lại chưa ký.", file=sys.stderr)
        raise
    for key, said in refused.items():
        print(f"Chưa ký: {titles.get(key, '')}: {said}", file=sys.stderr)
    print(f"Đã ký xong {done}/{len(titles)} văn bản.")
    return 0 if done == len(titles) else 2


def _pin(token: Token) -> Callable[[], str]:
    return lambda: getpass.getpass(f"Mã PIN của thiết bị {token.label}: ")


def _confirmed(question: str) -> bool:
    with _no_answer_is_no():
        if input(f"{question} (có/không) ").strip().lower() in YES:
            return True
    print("Chưa ký gì.")
    return False


@contextmanager
def _no_answer_is_no() -> Iterator[None]:
    try:
        yield
    except EOFError:
        return


def _now() -> datetime:
    return datetime.now(UTC)
