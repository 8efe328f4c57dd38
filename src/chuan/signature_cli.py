"""``chuan check-signature FILE``: what can be proved of the signatures in a PDF. Needs no database, no network.

Exit code 0 when everything is proved, 1 when not, 2 when the file is refused.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from chuan.exchange.signatures import (
    LIMITS,
    AnchorUnreadable,
    Coverage,
    SignatureFound,
    SignatureReport,
    Trust,
    Verdict,
    check,
)
from chuan.rules.refusals import DateUnreadable, FileTooBig, Refused

_LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
_VERDICTS = {
    Verdict.PASSED: "HỢP LỆ",
    Verdict.INDETERMINATE: "CHƯA KẾT LUẬN ĐƯỢC",
    Verdict.FAILED: "KHÔNG HỢP LỆ",
}
_COVERAGE = {
    Coverage.WHOLE_FILE: "toàn bộ tệp",
    Coverage.WHOLE_REVISION: "toàn bộ văn bản lúc ký",
    Coverage.PART: "chỉ một phần văn bản",
    Coverage.UNCLEAR: "không rõ",
}


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument("file")
    verb.add_argument("--json", action="store_true")
    verb.add_argument(
        "--trust", default="", metavar="THƯ MỤC",
        help="thư mục chứa chứng thư gốc, chứng thư cấp dưới, danh sách thu hồi (.cer, .crt, .pem, .crl)",
    )  # fmt: skip
    verb.add_argument("--at", default="", metavar="NGÀY", help="kiểm như vào cuối ngày này, ví dụ 31/12/2025")


def check_signature(given: argparse.Namespace) -> int:
    """Check and print. Raises ``Refused`` without ``--json``; with it a refusal is printed as JSON too."""
    try:
        report = _checked(Path(given.file), given.trust, _moment(given.at))
    except Refused as refused:
        if not given.json:
            raise
        print(json.dumps(_refused(refused), ensure_ascii=False, indent=2))
        print(refused.sentence, file=sys.stderr)
        return 2
    said = (
        json.dumps(report.to_json(), ensure_ascii=False, indent=2) if given.json else "\n".join(told(report))
    )
    print(said)
    return 0 if report.verdict == Verdict.PASSED else 1


def _checked(path: Path, trusted: str, at: datetime) -> SignatureReport:
    trust = Trust.from_folder(Path(trusted)) if trusted else Trust()
    size = path.stat().st_size
    if size > LIMITS.file_bytes:
        raise FileTooBig(megabytes=-(-size // 1_000_000), limit=LIMITS.file_bytes // 1_000_000)
    return check(path.read_bytes(), name=path.name, trust=trust, at=at)


def _moment(typed: str) -> datetime:
    """The end of that day in Việt Nam; now when nothing is typed."""
    if not typed:
        return datetime.now(UTC)
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            day = datetime.strptime(typed, form).date()  # noqa: DTZ007 - a day, its zone comes next
        except ValueError:
            continue
        return datetime.combine(day, time(23, 59, 59), tzinfo=_LOCAL)
    raise DateUnreadable(typed=typed)


def _refused(refused: Refused) -> dict[str, Any]:
    """A file that cannot be checked proves nothing; one whose trust could not be read was not judged at all."""
    verdict = Verdict.INDETERMINATE if isinstance(refused, AnchorUnreadable) else Verdict.FAILED
    why = {"code": refused.code, "sentence": refused.sentence, "verdict": str(verdict), "detail": ""}
    return {
        "verdict": str(verdict),
        "refused": refused.code,
        "signatures": [],
        "sentences": [refused.sentence],
        "reasons": [why],
    }


def told(report: SignatureReport) -> Iterator[str]:
    """The report in Vietnamese lines; technical detail is left to ``--json``."""
    yield f"Kết luận: {_VERDICTS[report.verdict]}"
    yield from (f"  {one.sentence}" for one in report.reasons)
    for number, one in enumerate(report.signatures, 1):
        yield f"{number}. {_who(one)}: {_VERDICTS[one.verdict]}"
        yield f"   Bảo vệ: {_COVERAGE[one.coverage]}{_when(one)}"
        yield from (f"   - {why.sentence}" for why in one.reasons)
    if report.empty_fields:
        yield f"Ô ký còn trống: {', '.join(report.empty_fields)}"


def _who(one: SignatureFound) -> str:
    place = f", trang {one.page}" if one.page else ""
    mere = ", chỉ ghi số hoặc ngày tháng" if one.is_widget_only else ""
    return f"{one.signer or '(không rõ người ký)'} (ô {one.field}{place}{mere})"


def _when(one: SignatureFound) -> str:
    if one.time is None:
        return ""
    source = "dấu thời gian" if one.timestamped_at else "máy người ký ghi"
    level = f"; mức {one.level}" if one.level else ""
    return f"; ký lúc {one.time.astimezone(_LOCAL):%H:%M:%S %d/%m/%Y} ({source}){level}"
