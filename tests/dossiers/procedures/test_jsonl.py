"""Catalogues as lines of JSON."""

from pathlib import Path

from chuan.dossiers.procedures.jsonl import looks_like_jsonl, read_jsonl
from tests.dossiers.procedures.conftest import catalogue, line


def test_a_line_is_a_procedure_with_its_limits() -> None:
    (row,) = read_jsonl(catalogue()).rows

    assert (row.code, row.name, row.field, row.citation) == (
        "1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", "Quyết định 1872/QĐ-BTP",
    )  # fmt: skip
    assert [(one.channel, one.total, one.unit) for one in row.limits] == [("counter", 1, "working_day")]
    assert row.fees == "Trực tiếp: Miễn phí"


def test_papers_come_apart_with_how_many_of_each() -> None:
    text = (
        "Giấy tờ phải nộpTên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai (mẫu NA17)101-Mau A17.doc1 bản chính"
        "Giấy chứng sinh ngày 01/01/20251 bản chính,0 bản sao"
    )
    (row,) = read_jsonl(catalogue(line(thanh_phan_ho_so=text))).rows

    assert row.components == (
        "Giấy tờ phải nộp:", "Tờ khai (mẫu NA17) (1 bản chính)", "Giấy chứng sinh ngày 01/01/2025 (1 bản chính)",
    )  # fmt: skip


def test_acts_and_results_lose_the_portals_furniture() -> None:
    acts = "Tên văn bản pháp lýMã văn bảnLuật Hộ tịchLuật 60/2014/QH13Thông tư về hộ tịch"
    acts += "04/2020/TT-BTPNghị định 87/2020/NĐ-CP"
    result = "Giấy khai sinhMã: KQ.G15.000031Từ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan"
    (row,) = read_jsonl(catalogue(line(can_cu_phap_ly=acts, ket_qua_xu_ly=result))).rows

    assert row.legal_acts == "60/2014/QH13; 04/2020/TT-BTP; 87/2020/NĐ-CP"
    assert row.results == "Giấy khai sinh"


def test_steps_stand_one_a_line() -> None:
    (row,) = read_jsonl(catalogue(line(trinh_tu_thuc_hien="Bước 1: nộp\n- Bước 2: nhận\n"))).rows

    assert row.steps == ("Bước 1: nộp", "Bước 2: nhận")


def test_a_provinces_tail_of_the_code_is_left_out() -> None:
    (row,) = read_jsonl(catalogue(line(code="1.001193.000.00.00.H29"))).rows

    assert row.code == "1.001193"


def test_what_is_no_procedure_is_named_by_its_line_and_the_others_come_in() -> None:
    found = read_jsonl(catalogue("{hỏng", line(), "[1]", line(code=""), line(code="2.1", name=""), line()))

    assert [row.place for row in found.rows] == ["dòng 2"]
    assert [fault.place for fault in found.unreadable] == ["dòng 1", "dòng 3", "dòng 4", "dòng 5", "dòng 6"]
    assert all(fault.sentence.endswith(".") for fault in found.unreadable)


def test_values_that_are_no_texts_are_not_believed() -> None:
    found = read_jsonl(b'{"ma_thu_tuc": 1, "ten_thu_tuc": ["x"]}\n{"ma_thu_tuc": "1.1", "ten_thu_tuc": null}')

    assert not found.rows
    assert len(found.unreadable) == 2


def test_bytes_that_are_no_text_are_no_procedures() -> None:
    assert not read_jsonl(b"{\xff\xfe\x00").rows


def test_a_file_is_told_by_its_first_letter() -> None:
    assert looks_like_jsonl(b'\xef\xbb\xbf {"a": 1}')
    assert not looks_like_jsonl(b"PK\x03\x04")


def test_the_published_catalogue_is_read_whole(shared: Path) -> None:
    found = read_jsonl((shared / "data/procedures/commune.jsonl").read_bytes())

    assert (len(found.rows), len(found.unreadable)) == (588, 0)
    assert sum(bool(row.components) for row in found.rows) > 550
    assert all(row.field and row.citation for row in found.rows)
