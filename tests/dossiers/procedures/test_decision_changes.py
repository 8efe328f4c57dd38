"""Lists of procedures in decisions: published, amended, repealed."""

from collections import Counter
from pathlib import Path

from chuan.dossiers.procedures.decision_changes import Change, Kind, changes_in

REPEALS = """**QUYẾT ĐỊNH**
CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ LĨNH VỰC HỘ TỊCH
|
**DANH MỤC**
THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ TRONG LĨNH VỰC HỘ TỊCH THUỘC THẨM QUYỀN CỦA UBND CẤP XÃ
|
**STT**
|
**TÊN TTHC**
|
**Mã TTHC**
|
**Ghi chú**
|
|
1
|
Đăng ký
khai sinh lưu động
|
1.003583.H29
|
Bãi bỏ
|
|
2
|
Đăng ký kết hôn lưu động
|
1.000593
|
- Quyết định số 1 về danh mục thủ tục hành chính ban hành mới
|
"""


def test_a_flattened_list_is_read_row_by_row() -> None:
    assert changes_in(REPEALS) == (
        Change(Kind.REPEAL, "1.003583", "Đăng ký khai sinh lưu động", "Hộ tịch"),
        Change(Kind.REPEAL, "1.000593", "Đăng ký kết hôn lưu động", "Hộ tịch"),
    )


def test_real_tables_are_read_with_the_headings_above_them() -> None:
    table = [
        ["DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH TRONG LĨNH VỰC ĐẤT ĐAI"],
        ["TT", "Mã thủ tục", "Tên thủ tục hành chính", "Thời hạn giải quyết"],
        ["1", "1.012345", "Hòa giải tranh chấp đất đai", "45 ngày"],
        ["DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ"],
        ["TT", "Mã thủ tục", "Tên thủ tục hành chính", "Văn bản bãi bỏ"],
        ["1", "1.054321", "Xác nhận nguồn gốc đất", "Luật Đất đai"],
    ]

    assert changes_in("", [table]) == (
        Change(Kind.PUBLISH, "1.012345", "Hòa giải tranh chấp đất đai", "Đất đai", "45 ngày"),
        Change(Kind.REPEAL, "1.054321", "Xác nhận nguồn gốc đất", "Đất đai"),
    )


def test_a_code_in_brackets_behind_the_name_is_found() -> None:
    table = [
        ["DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG"],
        ["TT", "Tên thủ tục hành chính (Mã TTHC)", "Thời hạn giải quyết"],
        ["1", "Cấp lại giấy chứng nhận (1.001123)", "04 ngày làm việc, kể từ ngày nhận đủ hồ sơ"],
    ]
    (change,) = changes_in("", [table])

    assert (change.kind, change.code, change.name) == (Kind.AMEND, "1.001123", "Cấp lại giấy chứng nhận")


def test_a_text_without_lists_changes_nothing() -> None:
    assert changes_in("QUYẾT ĐỊNH về việc bãi bỏ Quyết định số 14/2025/QĐ-UBND") == ()
    assert changes_in("") == ()


def test_real_decisions_yield_proposals(shared: Path) -> None:
    found = {
        path.name: changes_in(path.read_text(encoding="utf-8"))
        for path in sorted((shared / "data/decisions").glob("*.txt"))
    }
    yielding = {name: rows for name, rows in found.items() if rows}
    kinds = Counter(str(one.kind) for rows in yielding.values() for one in rows)

    assert (len(found), len(yielding)) == (36, 19)
    assert kinds == {"amend": 127, "publish": 47, "repeal": 22}
    assert all(len(one.name) >= 8 for rows in yielding.values() for one in rows)


def test_the_repeals_of_a_real_decision_are_all_there(shared: Path) -> None:
    text = (shared / "data/decisions/2890-QD-UBND-20112025.txt").read_text(encoding="utf-8")

    assert [(str(one.kind), one.code) for one in changes_in(text)] == [
        ("repeal", "1.012508"), ("repeal", "1.012509"), ("repeal", "1.0125010"),
    ]  # fmt: skip
