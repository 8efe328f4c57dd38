"""``chuan edxml``: look into a packet file, write one, write the answer to one. Files only, no database, no network."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from chuan.exchange.edxml import (
    Attachment,
    Broken,
    Organ,
    Packet,
    Staff,
    check_size,
    completed,
    from_json,
    manifest,
    read,
    to_json,
    write,
    write_status,
)
from chuan.law.edxml import codes, word
from chuan.rules.refusals import FileEmpty
from chuan.rules.refusals.edxml import EdxmlDescriptionWrong

_KINDS = {
    "new": "văn bản mới", "revocation": "thu hồi văn bản", "update": "cập nhật văn bản",
    "replacement": "thay thế văn bản", "status": "báo trạng thái",
}  # fmt: skip


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = verb.add_subparsers(required=True, metavar="VIỆC")
    one = verbs.add_parser("read", help="đọc một gói tin nhận từ trục liên thông")
    one.add_argument("file")
    one.add_argument("--json", action="store_true", help="in toàn bộ gói tin, kể cả tệp đính kèm (base64)")
    one.add_argument("--attachments", metavar="THƯ MỤC", help="lưu các tệp đính kèm vào thư mục này")
    one.set_defaults(run=look)

    one = verbs.add_parser("write", help="lập gói tin từ bản mô tả JSON")
    one.add_argument("description", metavar="MÔ TẢ.json")
    one.add_argument("--attach", nargs="+", action="extend", default=[], metavar="TỆP", help="tệp đính kèm")
    one.add_argument("--plain", action="store_true", help="không nén tệp đính kèm")
    one.add_argument("-o", "--out", required=True, metavar="TỆP")
    one.set_defaults(run=make)

    one = verbs.add_parser("status", help="lập gói tin báo trạng thái của một văn bản đã nhận")
    one.add_argument("packet", metavar="GÓI TIN", help="gói tin của văn bản")
    one.add_argument("--code", required=True, choices=sorted(codes("status")), help=_listed_codes())
    for flag, words in (("--organ-id", "mã định danh của đơn vị mình"), ("--organ-name", "tên đơn vị mình"),
                        ("--in-charge", "cơ quan chủ quản của đơn vị mình")):  # fmt: skip
        one.add_argument(flag, required=True, help=words)
    for flag, words in (("--description", "nội dung; bắt buộc là lý do khi từ chối"), ("--staff", "họ tên cán bộ"),
                        ("--department", "bộ phận"), ("--email", ""), ("--mobile", "điện thoại")):  # fmt: skip
        one.add_argument(flag, default="", help=words)
    one.add_argument("-o", "--out", required=True, metavar="TỆP")
    one.set_defaults(run=answer)


def look(given: argparse.Namespace) -> int:
    """Print what a packet holds. Raises ``Refused``."""
    packet = _read(Path(given.file))
    saved = list(_saved(packet, Path(given.attachments))) if given.attachments else []
    if given.json:
        print(json.dumps(to_json(packet), ensure_ascii=False, indent=2))
    else:
        print("\n".join(told(packet)))
    for path in saved:
        print(f"Đã lưu: {path}", file=sys.stderr)
    return 0


def make(given: argparse.Namespace) -> int:
    """Write a packet and, beside it, the SHA-256 of the file. Raises ``Refused``."""
    packet = completed(_described(Path(given.description), [Path(one) for one in given.attach]), at=_now())
    return _put(Path(given.out), write(packet, zip_attachments=not given.plain), packet)


def answer(given: argparse.Namespace) -> int:
    """Write a status packet. Raises ``Refused``."""
    staff = Staff(name=given.staff, department=given.department, email=given.email, mobile=given.mobile)
    data = write_status(
        _read(Path(given.packet)),
        code=given.code,
        sender=Organ(id=given.organ_id, name=given.organ_name, in_charge=given.in_charge),
        at=_now(),
        description=given.description,
        staff=None if staff == Staff() else staff,
    )
    return _put(Path(given.out), data, read(data, name=Path(given.out).name))


def told(packet: Packet) -> Iterator[str]:
    """The packet in Vietnamese lines."""
    yield f"Gói tin: {_KINDS[packet.kind]}"
    sender = packet.sender
    yield f"Nơi gửi: {sender.name or '(không ghi tên)'} ({sender.id or 'không ghi mã'})"
    yield from _told_status(packet) if packet.status is not None else _told_document(packet)
    for attachment in packet.attachments:
        state = " – không lấy ra được" if attachment.broken else ""
        yield f"Tệp đính kèm: {attachment.safe_name} ({_size(len(attachment.content))}){state}"
    if packet.signature is not None:
        whose = packet.signature.certificate or packet.signature.subject or "không ghi người ký"
        yield f"Chữ ký: {packet.signature.algorithm or 'không rõ thuật toán'}, {whose}: {packet.signature.trust}"
    yield from _told_remarks(packet)


def _told_document(packet: Packet) -> Iterator[str]:
    message = packet.document
    if message is None:
        return
    for receiver in message.receivers:
        yield f"Nơi nhận: {receiver.name or '(không ghi tên)'} ({receiver.id or 'không ghi mã'})"
    yield f"Văn bản: {message.type.name or '(không ghi loại)'} số {message.code.written or '(không ghi)'}"
    day = message.promulgation.day
    yield f"Ngày ban hành: {f'{day:%d/%m/%Y}' if day else message.promulgation.dated or '(không ghi)'}"
    yield f"Trích yếu: {message.subject or '(không ghi)'}"
    yield f"Người ký: {' '.join(one for one in (message.signer.position, message.signer.name) if one) or '(không ghi)'}"
    if message.other and (urgent := word("priority", message.other.priority)):
        yield f"Độ khẩn: {urgent}"
    yield f"Mã định danh văn bản: {message.document_id or '(không ghi)'}"
    if packet.business and packet.business.document_id:
        yield f"Nói về văn bản: {packet.business.document_id}"


def _told_status(packet: Packet) -> Iterator[str]:
    status = packet.status
    if status is None:
        return
    yield f"Văn bản: {status.response_for.code} ({status.response_for.document_id or 'không ghi mã định danh'})"
    yield f"Trạng thái: {status.code} {word('status', status.code) or '(mã lạ)'}"
    moment = status.moment
    yield f"Lúc: {f'{moment:%d/%m/%Y %H:%M:%S}' if moment else status.timestamp or '(không ghi)'}"
    if status.description:
        yield f"Nội dung: {status.description}"


def _told_remarks(packet: Packet) -> Iterator[str]:
    lines = [*packet.remarks, *packet.form]
    if lines:
        yield "Cần lưu ý:"
    yield from (f"  {one.sentence}{f' [{one.where}]' if one.where else ''}" for one in lines)


def _read(path: Path) -> Packet:
    check_size(path.stat().st_size)
    return read(path.read_bytes(), name=path.name)


def _described(path: Path, files: list[Path]) -> Packet:
    try:
        packet = from_json(json.loads(path.read_bytes()))
    except (ValueError, RecursionError):
        raise EdxmlDescriptionWrong(where=path.name, why="tệp không đúng cú pháp JSON") from None
    return replace(packet, attachments=(*packet.attachments, *(_attached(one) for one in files)))


def _attached(path: Path) -> Attachment:
    check_size(path.stat().st_size)
    data = path.read_bytes()
    if not data:
        raise FileEmpty(name=path.name)
    return Attachment(name=path.name, content=data)


def _put(out: Path, data: bytes, packet: Packet) -> int:
    out.write_bytes(data)
    sums = out.with_name(f"{out.name}.sha256")
    sums.write_text(manifest(data, packet, name=out.name), encoding="utf-8")
    print(f"Đã lập {out} ({_size(len(data))}); mã băm SHA-256 ở {sums}")
    return 0


def _saved(packet: Packet, folder: Path) -> Iterator[Path]:
    """Files of the packet under names that stay inside the folder; nothing there is overwritten."""
    folder.mkdir(parents=True, exist_ok=True)
    for attachment in packet.attachments:
        if attachment.broken is Broken.BASE64:
            continue
        name = f"{attachment.safe_name}.zip" if attachment.broken else attachment.safe_name
        path = _free(folder, name)
        with path.open("xb") as file:
            file.write(attachment.content)
        yield path


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 2
    while path.exists() or path.is_symlink():
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return path


def _listed_codes() -> str:
    return "; ".join(f"{code} {value.value}" for code, value in codes("status").items())


def _size(count: int) -> str:
    return f"{count} byte" if count < 10_000 else f"{-(-count // 1000)} kB"


def _now() -> datetime:
    return datetime.now(UTC)
