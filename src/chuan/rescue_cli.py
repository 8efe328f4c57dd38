"""``chuan rescue``: let somebody in again whom nobody else can, from the machine itself."""

from __future__ import annotations

import argparse
import os

import django


def arguments(verb: argparse.ArgumentParser) -> None:
    """What ``chuan rescue`` takes."""
    verb.add_argument("username", metavar="TÊN", help="tên đăng nhập")
    verb.add_argument("--reason", required=True, metavar="LÝ DO", help="vì sao, ghi vào nhật ký")


def rescue(given: argparse.Namespace) -> int:
    """Print the one-time password, once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    django.setup()
    from django.utils import timezone

    from chuan.people.actions.rescue import rescue as let_in

    password = let_in(given.username, reason=given.reason, at=timezone.now())
    print(f"Mật khẩu dùng một lần của {given.username}: {password}")
    print(
        "Mọi phiên và xác thực cũ của tài khoản này đã hết hiệu lực; lần đăng nhập đầu phải đặt mật khẩu mới."
    )
    return 0
