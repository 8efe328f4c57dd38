"""``chuan search rebuild``: what may be found is written anew from the rooms, while the office goes on working."""

from __future__ import annotations

import argparse
import os

import django


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument("what", choices=["rebuild"], help="rebuild: lập lại chỉ mục tìm từ các sổ")


def search(given: argparse.Namespace) -> int:
    """Write the index anew and say how many of each kind may be found."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    django.setup()
    from chuan.people.verbs import KINDS, say
    from chuan.search.rebuilding import rebuild

    total = 0
    for kind, count in rebuild():
        print(f"{say(KINDS, kind)}: {count}", flush=True)
        total += count
    print(f"Đã lập lại chỉ mục tìm: {total} mục.")
    return 0
