"""Reasons why the command and the server did not come together."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class ServerSilent(Refused):
    """No connection, or a certificate of the server that this PC does not trust."""

    what = "Không kết nối được tới {server}."
    do = "Kiểm lại địa chỉ và mạng; máy chủ https nội bộ thì chỉ thêm chứng thư gốc của nó bằng --ca."
    server: str


@dataclass(kw_only=True, eq=False)
class ServerSpeaksOtherwise(Refused):
    """An answer that is not the one of this programme, or does not say what it asks to be signed."""

    what = "{server} trả lời không đúng cách của Chuẩn, nên không ký gì."
    do = "Kiểm lại địa chỉ sau --server (trang chủ của Chuẩn) và phiên bản chương trình trên máy này."
    server: str


@dataclass(kw_only=True, eq=False)
class ServerRefused(Refused):
    """The server's own sentence."""

    what = "{said}"
    do = ""
    said: str
