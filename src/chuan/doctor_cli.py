"""``chuan doctor``: everything that can be examined, one line each, and what mends what is not well."""

from __future__ import annotations

import argparse
import json
import os

import django

MARKS = {"fine": "  ", "look": "? ", "broken": "! "}


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument("--full", action="store_true", help="đọc hết, dù lâu (nhật ký, tệp, phép chiếu)")
    verb.add_argument("--json", action="store_true", help="in ra dạng JSON cho máy đọc")
    verb.add_argument(
        "--fix", action="store_true", help="sửa những gì sửa được mà không mất gì, rồi kiểm lại"
    )
    verb.add_argument(
        "--incident", metavar="MÃ", default="", help="in các dòng nhật ký máy chủ của một mã sự cố"
    )


def doctor(given: argparse.Namespace) -> int:
    """Examine and print. Exit code 0: well; 1: somebody should look; 2: something is broken."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    django.setup()
    if given.incident:
        return _incident(given.incident)
    from django.utils import timezone

    from chuan.upkeep import doctor as work
    from chuan.upkeep import reports_kept

    at = timezone.now()
    report = work.examine(at=at, on=timezone.localdate(at), full=given.full)
    if given.fix and (done := work.mend(report)):
        for line in () if given.json else done:
            print(f"+ {line}")
        report = work.examine(at=at, on=timezone.localdate(at), full=given.full)
    reports_kept.keep(report)
    if given.json:
        print(json.dumps(reports_kept.as_json(report), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(report)))
    return report.grade.weight


def _lines(report):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 the types need Django
    from chuan.offers.examinations import Grade

    for one in report.examined:
        for found in one.findings:
            yield f"{MARKS[found.grade.value]}{one.title}: {found.sentence}"
            if found.mend:
                yield f"    → {found.mend}"
    looks, brokens = len(report.of(Grade.LOOK)), len(report.of(Grade.BROKEN))
    yield ""
    yield (
        f"{len(report.examined)} phép kiểm: {brokens} hỏng, {looks} cần xem."
        if looks or brokens
        else (f"{len(report.examined)} phép kiểm: mọi thứ đều ổn.")
    )


def _incident(code: str) -> int:
    """Print the log's lines of one incident, as its page showed the code."""
    from django.conf import settings

    from chuan.logs.reading import lines_of

    found = list(lines_of(settings.LOG_DIR, code))
    print(
        "\n".join(found) or "Không có dòng nhật ký nào mang mã này. Kiểm lại mã, hoặc nhật ký đã quá hạn giữ."
    )
    return 0 if found else 1
