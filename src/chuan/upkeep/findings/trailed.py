"""The triggers that keep the past, and the chains of the trail."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, broken, fine
from chuan.trail.guarding import install, missing
from chuan.trail.verify import Verification, verify_chain
from chuan.trail.verify import chains as all_chains
from chuan.upkeep import reports_kept


def triggers(looking: Looking) -> Iterator[Finding]:
    """Whether every append-only table refuses change."""
    if gone := missing():
        yield broken(
            _("Thiếu bộ chặn sửa: %s.") % ", ".join(gone),
            _("Chạy “chuan doctor --fix”, rồi “chuan trail verify” để biết có gì đã bị sửa."),
        )
    else:
        yield fine(_("Các bảng chỉ ghi thêm đều được chặn sửa, chặn xóa."))


def put_back() -> str:
    """Install the triggers anew."""
    install()
    return _("đã lắp lại bộ chặn sửa.")


def chains(looking: Looking) -> Iterator[Finding]:
    """Each chain from where it was last found whole; in full, from its first line.

    The point remembered lies outside the database: a chain rewritten or set back since is found by it.
    """
    points = {} if looking.full else reports_kept.points()
    known = reports_kept.points()
    whole, lines = 0, 0
    for chain in sorted({*all_chains(), *points}):
        seq, last = points.get(chain, (0, ""))
        verdict = verify_chain(chain, after=seq, prev=last)
        if not verdict.ok:
            yield _torn(verdict, remembered=bool(seq))
            known.pop(chain, None)
            continue
        known[chain] = (verdict.entries, verdict.head)
        whole, lines = whole + 1, lines + verdict.entries
    reports_kept.keep_points(known)
    yield fine(_("%(n)d chuỗi nguyên vẹn, %(lines)d dòng.") % {"n": whole, "lines": lines})


def _torn(verdict: Verification, *, remembered: bool) -> Finding:
    said = _("Chuỗi %(chain)s hỏng từ dòng %(seq)s: %(why)s.") % {
        "chain": verdict.chain, "seq": verdict.first_broken, "why": verdict.problem,
    }  # fmt: skip
    mend = _("Giữ nguyên dữ liệu, không sửa gì, báo Chủ tịch; so với mốc đã in và với bản sao lưu.")
    if remembered:
        mend += " " + _("Nếu vừa khôi phục một bản sao lưu cũ, chạy “chuan doctor --full” để lấy mốc mới.")
    return broken(said, mend)
