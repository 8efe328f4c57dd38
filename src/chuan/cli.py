"""The command ``chuan``. Each sub-command is one function; ``main`` only parses."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from django.db import DatabaseError

import chuan
from chuan import (
    backup_cli,
    deadline_cli,
    doctor_cli,
    edxml_cli,
    evidence_cli,
    figures_cli,
    intake_cli,
    lan_cli,
    lint_cli,
    mail_log_cli,
    publish_cli,
    rescue_cli,
    seal_cli,
    search_cli,
    sign_cli,
    signature_cli,
)
from chuan.exchange.extracted import UNSURE, Extracted
from chuan.rules.refusals import NotADecision, Refused


def read(arguments: argparse.Namespace) -> int:
    """Read a decision and print what was found; needs no database."""
    from chuan.documents.layout import with_boxes
    from chuan.exchange.scans import extract
    from chuan.law.lexicons import reader_lexicon
    from chuan.rules.decision_text import is_decision, read_decision, summary, to_json

    path = Path(arguments.file)
    extracted = extract(path.read_bytes(), name=path.name, told=_page_read)
    for line in _cautions(extracted):
        print(line, file=sys.stderr)
    reading = with_boxes(read_decision(extracted.text, lexicon=reader_lexicon()), extracted)
    if not is_decision(reading) and not reading.objectives:
        raise NotADecision(type=reading.type.value.lower()) if reading.type else NotADecision()
    if arguments.json:
        print(json.dumps(to_json(reading, extracted.text), ensure_ascii=False, indent=2))
    else:
        print(summary(reading))
    return 0


def _page_read(done: int, pages: int) -> None:
    print(f"Đã đọc ảnh trang {done}/{pages}.", file=sys.stderr, flush=True)


def _cautions(paper: Extracted) -> Iterator[str]:
    """What the reader of a paper has to know of how its text came about."""
    if paper.seen_pages:
        unsure = sum(word.sure < UNSURE for word in paper.seen_words)
        yield f"Chữ đọc từ ảnh ({len(paper.seen_pages)} trang, {unsure} từ chưa chắc): hãy so số và ngày với bản giấy."
    if paper.old_letters:
        yield f"Chữ trong tệp dùng bảng mã {paper.old_letters.code.upper()}, đã chuyển sang Unicode."


_OWN = ("127.0.0.1", "localhost", "::1")
"""Addresses that only this machine reaches."""
_PORT, _LAN_PORT = 8000, 8443


def serve(arguments: argparse.Namespace) -> int:
    """Web and worker until stopped; with ``--lan`` on the office's network, encrypted."""
    if arguments.lan:
        return lan_cli.serve(arguments, port=arguments.port or _LAN_PORT)
    _django()
    from chuan import serving

    host, port = arguments.host or _OWN[0], arguments.port or _PORT
    serving.prepare()
    print(f"Chuẩn: http://{host}:{port}/  (dừng bằng Ctrl+C)", flush=True)
    if host not in _OWN and not os.environ.get("CHUAN_HOSTS"):
        print(
            "Máy khác chưa vào được: đặt CHUAN_HOSTS là tên hoặc địa chỉ mà họ gõ, rồi chạy lại; hoặc dùng --lan.",
            flush=True,
        )
    serving.serve(host=host, port=port, threads=arguments.threads or serving.THREADS)
    return 0


def init(arguments: argparse.Namespace) -> int:
    """Set up a real unit: no example data, no default password."""
    _django()
    from chuan import serving
    from chuan.people.founding import found_from_terminal

    serving.prepare()
    return found_from_terminal(arguments)


def example(arguments: argparse.Namespace) -> int:
    """Load the example unit once; a second call changes nothing."""
    _django()
    from chuan import serving
    from chuan.example import load

    serving.prepare()
    for line in load(Path(arguments.folder), half_way=arguments.half_way):
        print(line)
    return 0


def demo_exports(arguments: argparse.Namespace) -> int:
    """Write invented exports of other systems, with every trap; needs no database."""
    from chuan.demo_exports import signed_papers, write

    folder = Path(arguments.folder)
    for path in (*write(folder, seed=arguments.seed, rows=arguments.rows), *signed_papers.write(folder)):
        print(path)
    print("Mọi tệp trên là dữ liệu minh họa; thư mục “loi” là các tệp cố ý sai.")
    return 0


def measure(arguments: argparse.Namespace) -> int:
    """Count every registered measure of a month that has ended, and freeze the figures."""
    _django()
    from django.utils import timezone

    from chuan.objectives.counting import measure_month

    year, dash, month = arguments.month.partition("-")
    if not (dash and year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12 and len(year) == 4):
        print("Tháng viết như 2021-09.", file=sys.stderr)
        return 2
    for line in measure_month(int(year), int(month), at=timezone.now()):
        print(line)
    return 0


def trail_verify(arguments: argparse.Namespace) -> int:
    """Check every chain; the first broken line is named. Exit code 1 when one is broken."""
    _django()
    from chuan.trail.verify import verify_all

    verdicts = verify_all()
    for verdict in verdicts:
        print(f"{verdict.chain}  {verdict.sentence}  đầu chuỗi {verdict.head[:16]}")
    return 0 if all(verdict.ok for verdict in verdicts) else 1


def accept_clock(arguments: argparse.Namespace) -> int:
    """Take the machine's clock for right after it had run ahead; written to the trail with the reason."""
    _django()
    from django.utils import timezone

    from chuan.trail.actions import accept_clock

    count = accept_clock(reason=arguments.reason, at=timezone.now())
    print(f"Đã nhận giờ hiện tại của máy là đúng, ghi vào nhật ký của {count} đơn vị." if count else
          "Đồng hồ máy không sớm hơn lần ghi nào; không phải làm gì.")  # fmt: skip
    return 0


def check_projections(arguments: argparse.Namespace) -> int:
    """Compare every projection with what it is made from. Exit code 1 when one differs."""
    _django()
    from chuan.offers.checks import projections

    found = [f"{name}: {sentence}" for name, check in projections().items() for sentence in check()]
    print("\n".join(found) or f"Đã so {len(projections())} phép chiếu: khớp.")
    return 1 if found else 0


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(prog="chuan", description="Hệ thống quản lý chất lượng của UBND cấp xã.")
    top.add_argument("--version", action="version", version=f"Chuẩn {chuan.__version__}", help="in phiên bản")
    verbs = top.add_subparsers(required=True, metavar="LỆNH")

    verb = verbs.add_parser("serve", help="chạy trang và việc nền trong một tiến trình")
    verb.add_argument("--host", default="", help="địa chỉ nghe (mặc định chỉ máy này)")
    verb.add_argument("--port", type=int, default=0, help="cổng (mặc định 8000; với --lan 8443)")
    verb.add_argument(
        "--lan", action="store_true", help="mở trên mạng nội bộ, mã hóa bằng chứng thư riêng, in mã QR"
    )
    verb.add_argument(
        "--threads", type=int, default=0, help="số yêu cầu trả lời cùng lúc (0: theo số nhân CPU)"
    )
    verb.set_defaults(run=serve)

    verb = verbs.add_parser("init", help="lập đơn vị thật: đơn vị và tài khoản Chủ tịch")
    for flag, words in (("--name", "tên, ví dụ: Bắc Hồng Lĩnh; tìm trong danh mục"),
                        ("--kind", "ward, commune, special_zone"),
                        ("--code", "mã đơn vị hành chính; có mã thì khỏi ghi tên và loại"),
                        ("--since", "ngày lập, ví dụ 01/07/2025"),
                        ("--chairman", "họ tên Chủ tịch"), ("--username", "tên đăng nhập của Chủ tịch"),
                        ("--citation", "văn bản bổ nhiệm")):  # fmt: skip
        verb.add_argument(flag, default="", help=words)
    verb.add_argument("--every-room", action="store_true", help="bật mọi phân hệ ngay từ đầu")
    verb.set_defaults(run=init)

    verb = verbs.add_parser("example", help="nạp đơn vị ví dụ (dữ liệu minh họa)")
    verb.add_argument("folder")
    verb.add_argument(
        "--half-way", action="store_true", help="để năm còn dở, người thử tự nhập sổ, họp xem xét, xác nhận"
    )
    verb.set_defaults(run=example)

    verb = verbs.add_parser("intake", help="xem trước một tệp xuất từ hệ thống khác; với --as thì đưa vào")
    intake_cli.arguments(verb)
    verb.set_defaults(run=intake_cli.intake)

    edxml_cli.arguments(verbs.add_parser("edxml", help="đọc, lập gói tin văn bản điện tử (edXML)"))

    figures_cli.arguments(
        verbs.add_parser("figures", help="bộ số liệu đã chốt: xuất cho cấp trên, kiểm trên máy khác")
    )
    evidence_cli.arguments(
        verbs.add_parser("evidence", help="gói hồ sơ cho đoàn kiểm tra: lập, kiểm trên máy khác")
    )

    verb = verbs.add_parser("publish", help="ghi trang công khai tĩnh của đơn vị vào một thư mục")
    publish_cli.arguments(verb)
    verb.set_defaults(run=publish_cli.publish)

    verb = verbs.add_parser("check-signature", help="kiểm chữ ký số trong một tệp PDF")
    signature_cli.arguments(verb)
    verb.set_defaults(run=signature_cli.check_signature)

    verb = verbs.add_parser("demo-exports", help="ghi các tệp xuất minh họa để thử nhập từ tệp")
    verb.add_argument("folder")
    verb.add_argument("--seed", type=int, default=2021, help="cùng số thì cùng tệp")
    verb.add_argument("--rows", type=int, default=1284, help="số hồ sơ của danh sách năm")
    verb.set_defaults(run=demo_exports)

    verb = verbs.add_parser("read", help="đọc một quyết định và in những gì đọc được")
    verb.add_argument("file")
    verb.add_argument("--json", action="store_true")
    verb.set_defaults(run=read)

    verb = verbs.add_parser("lint", help="kiểm thể thức một văn bản theo Nghị định 30/2020/NĐ-CP")
    lint_cli.arguments(verb)
    verb.set_defaults(run=lint_cli.lint)

    verb = verbs.add_parser("mail-log", help="đếm thư đã gửi theo hộp thư và tháng, từ nhật ký máy chủ thư")
    mail_log_cli.arguments(verb)
    verb.set_defaults(run=mail_log_cli.mail_log)

    verb = verbs.add_parser(
        "sign", help="ký số bằng thiết bị ký (PKCS#11): một tệp, hoặc các văn bản của một mã ký"
    )
    sign_cli.arguments(verb)
    verb.set_defaults(run=sign_cli.sign)

    verb = verbs.add_parser("deadline", help="tính hạn của một hồ sơ, kèm sổ từng ngày")
    deadline_cli.arguments(verb)
    verb.set_defaults(run=deadline_cli.deadline)

    verb = verbs.add_parser("backup", help="sao lưu dữ liệu và tệp vào một bản")
    backup_cli.backup_arguments(verb)
    verb.set_defaults(run=backup_cli.backup)

    verb = verbs.add_parser("restore", help="phục hồi từ một bản sao lưu, hoặc chỉ kiểm bản đó")
    backup_cli.restore_arguments(verb)
    verb.set_defaults(run=backup_cli.restore)

    verb = verbs.add_parser("rescue", help="cho một người vào lại khi mất cả điện thoại lẫn mã dự phòng")
    rescue_cli.arguments(verb)
    verb.set_defaults(run=rescue_cli.rescue)

    verb = verbs.add_parser("seal-keys", help="khóa của những gì niêm phong: xem, thêm, bọc lại, bỏ")
    seal_cli.arguments(verb)
    verb.set_defaults(run=seal_cli.seal_keys)

    verb = verbs.add_parser("measure", help="đếm các phép đo của một tháng đã qua")
    verb.add_argument("month", help="ví dụ 2021-09")
    verb.set_defaults(run=measure)

    verb = verbs.add_parser("search", help="chỉ mục tìm")
    search_cli.arguments(verb)
    verb.set_defaults(run=search_cli.search)

    verb = verbs.add_parser("doctor", help="khám hệ thống: điều gì hỏng, điều gì cần xem, sửa thế nào")
    doctor_cli.arguments(verb)
    verb.set_defaults(run=doctor_cli.doctor)

    trail = verbs.add_parser("trail", help="nhật ký").add_subparsers(required=True, metavar="VIỆC")
    trail.add_parser("verify", help="kiểm chuỗi nhật ký").set_defaults(run=trail_verify)
    verb = trail.add_parser(
        "accept-clock", help="nhận giờ máy hiện tại là đúng, sau khi đồng hồ từng chạy trước"
    )
    verb.add_argument("--reason", required=True, help="vì sao đồng hồ đã sai")
    verb.set_defaults(run=accept_clock)
    check = verbs.add_parser("check", help="tự kiểm một phần (mọi phần: chuan doctor)").add_subparsers(
        required=True, metavar="VIỆC"
    )
    check.add_parser("projections", help="so các cột suy ra với sự kiện").set_defaults(run=check_projections)
    return top


def _no_data() -> str:
    from django.conf import settings

    return (
        f"Không đọc được dữ liệu ở {settings.DATA_DIR}. Nếu đây là lần đầu, chạy chuan init; "
        "nếu dữ liệu ở nơi khác, đặt biến CHUAN_DATA trỏ tới thư mục đó."
    )


def _trouble(error: Exception) -> str:
    """The sentence when a disk is behind the error; "" otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    from chuan.files.troubles import trouble_of

    trouble = trouble_of(error)
    return trouble.sentence if trouble is not None else ""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sub-command; a refusal or a missing file is one clear sentence and exit code 2."""
    _speak_utf8()
    arguments = parser().parse_args(argv)
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of a pipe has seen enough (chuan read FILE | head)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
    except DatabaseError as error:
        print(_trouble(error) or _no_data(), file=sys.stderr)
    except FileNotFoundError as error:
        print(f"Không thấy tệp {error.filename}. Hãy kiểm lại đường dẫn.", file=sys.stderr)
    except IsADirectoryError as error:
        print(f"{error.filename} là thư mục. Hãy chỉ tới một tệp.", file=sys.stderr)
    except PermissionError as error:
        print(_trouble(error) or f"Không có quyền đọc {error.filename}.", file=sys.stderr)
    except OSError as error:
        if not (said := _trouble(error)):
            raise
        print(said, file=sys.stderr)
    return 2


def _speak_utf8() -> None:
    """Vietnamese comes out whole, also into a file on Windows and under a bare locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
