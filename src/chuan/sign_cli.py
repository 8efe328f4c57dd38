"""``chuan sign``: what the command takes. The signing itself (``sign_doing_cli``) is loaded when it is called."""

from __future__ import annotations

import argparse


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes. The PIN is never an argument."""
    verb.add_argument("file", nargs="?", help="tệp PDF trên máy này")
    verb.add_argument("--module", required=True, metavar="THƯ_VIỆN", help="thư viện PKCS#11 của thiết bị ký")
    verb.add_argument("--token", default="", metavar="TÊN", help="tên thiết bị, khi có nhiều thiết bị")
    verb.add_argument(
        "--certificate", default="", metavar="SÊ-RI", help="số sê-ri hoặc tên chứng thư, khi có nhiều"
    )
    verb.add_argument("--list", action="store_true", help="chỉ liệt kê chứng thư số trong thiết bị")
    verb.add_argument("--server", default="", metavar="URL", help="địa chỉ của Chuẩn, khi ký theo mã")
    verb.add_argument(
        "--ticket", default="", metavar="MÃ", help="mã lấy ở trang Ký số; bỏ trống thì lệnh sẽ hỏi"
    )
    verb.add_argument("--ca", default="", metavar="TỆP", help="chứng thư gốc (PEM) của máy chủ https nội bộ")
    verb.add_argument("--field", default="person", help="ô ký trong tệp (mặc định: person)")
    verb.add_argument(
        "--box", default="", metavar="TRANG,X0,Y0,X1,Y1", help="đặt ô ký mới ở đây (trang từ 1, điểm in)"
    )
    verb.add_argument(
        "--appearance", default="", metavar="PDF", help="hình hiển thị của chữ ký: trang PDF nhỏ"
    )
    verb.add_argument("--reason", default="", help="lý do ký ghi trong chữ ký")
    verb.add_argument(
        "--level", choices=["B-B", "B-T", "B-LT", "B-LTA"], default="B-B", help="mức chữ ký muốn đạt"
    )
    verb.add_argument("--tsa", default="", metavar="URL", help="dịch vụ dấu thời gian")
    verb.add_argument(
        "--allow", action="append", default=[], metavar="URL", help="địa chỉ CRL, OCSP được hỏi"
    )
    verb.add_argument("--anchor", action="append", default=[], metavar="TỆP", help="chứng thư gốc tin cậy")
    verb.add_argument("--out", default="", metavar="TỆP", help="tệp ghi ra (mặc định: thêm -da-ky)")


def sign(given: argparse.Namespace) -> int:
    """Sign, list certificates, or serve a ticket. Raises ``Refused``."""
    from chuan import sign_doing_cli

    return sign_doing_cli.sign(given)
