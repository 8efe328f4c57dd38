"""Heads, feet and bodies as other offices and other converters write them."""

from __future__ import annotations

import pytest

from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import DecisionReading, is_decision, read_decision

HEAD = """ỦY BAN NHÂN DÂN
PHƯỜNG HOA SEN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/QĐ-UBND

Hoa Sen, ngày 05 tháng 02 năm 2024

QUYẾT ĐỊNH
Ban hành Mục tiêu chất lượng năm 2024

CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG HOA SEN
"""
BODY = """Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Theo đề nghị của Trưởng ban Chỉ đạo ISO tại Tờ trình số 03/TTr-BCĐ ngày 02/02/2024.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm 2024.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký, thay thế Quyết định số 09/QĐ-UBND ngày 03/02/2023.
Điều 3. Văn phòng HĐND và UBND, các công chức chịu trách nhiệm thi hành Quyết định này./.
"""
FOOT = """Nơi nhận:
- Như Điều 3;
- Lưu: VT, ISO.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Trần Thị Mai Lan
"""
ANNEX = """
MỤC TIÊU CHẤT LƯỢNG NĂM 2024
1. Trên 95% hồ sơ được giải quyết đúng hạn.
2. Không để xảy ra khiếu kiện vượt cấp.
"""


def read(text: str) -> DecisionReading:
    return read_decision(text, lexicon=reader_lexicon())


def test_a_decision_in_its_usual_form() -> None:
    found = read(HEAD + BODY + FOOT + ANNEX)
    assert found.number is not None
    assert found.number.value == "12"
    assert found.symbol is not None
    assert found.symbol.value == "QĐ-UBND"
    assert found.issuer is not None
    assert found.issuer.value == "ỦY BAN NHÂN DÂN PHƯỜNG HOA SEN"
    assert found.place is not None
    assert found.place.value == "Hoa Sen"
    assert found.date is not None
    assert found.date.value.isoformat() == "2024-02-05"
    assert found.subject is not None
    assert found.subject.value == "Ban hành Mục tiêu chất lượng năm 2024"
    assert found.proposer is not None
    assert found.proposer.value == "Trưởng ban Chỉ đạo ISO"
    assert found.signer.authority is not None
    assert found.signer.authority.value == "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH"
    assert found.signer.position is not None
    assert found.signer.position.value == "PHÓ CHỦ TỊCH"
    assert found.signer.name is not None
    assert found.signer.name.value == "Trần Thị Mai Lan"
    assert [r.value for r in found.recipients] == ["Như Điều 3", "Lưu: VT, ISO"]
    assert [line.ordinal for line in found.objectives] == ["1", "2"]
    assert found.questions == ()
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("written", "number", "symbol"),
    [
        ("Số: 12/QĐ-UBND", "12", "QĐ-UBND"),
        ("Số: 84/2025/QĐ-UBND", "84/2025", "QĐ-UBND"),
        ("Số:01763/QĐ-UBND", "01763", "QĐ-UBND"),
        ("Số :  7 / QĐ - UBND", "7", "QĐ-UBND"),
        ("**Số:**\n138/2025/QĐ-UBND", "138/2025", "QĐ-UBND"),
        ("Số: 1609/QĐ-TTPVHCC", "1609", "QĐ-TTPVHCC"),
        ("Số 15/Q\u00d0-UBND", "15", "QĐ-UBND"),
        ("Số:          /QĐ-UBND", None, "QĐ-UBND"),
        ("Số: ……/QĐ-UBND", None, "QĐ-UBND"),
        ("Số: ____/QĐ-UBND", None, "QĐ-UBND"),
    ],
)
def test_number_and_symbol(written: str, number: str | None, symbol: str) -> None:
    found = read(HEAD.replace("Số: 12/QĐ-UBND", written) + BODY + FOOT + ANNEX)
    assert (found.number.value if found.number else None) == number
    assert found.symbol is not None
    assert found.symbol.value == symbol
    assert any(q.code == "number_missing" for q in found.questions) == (number is None)


def test_a_day_that_does_not_exist_is_asked_about() -> None:
    found = read(HEAD.replace("ngày 05 tháng 02", "ngày 31 tháng 02") + BODY + FOOT + ANNEX)
    assert found.date is None
    assert [q.code for q in found.questions] == ["date_impossible"]


def test_a_blank_day_is_asked_about() -> None:
    found = read(HEAD.replace("ngày 05 tháng 02 năm", "ngày      tháng      năm") + BODY + FOOT + ANNEX)
    assert found.date is None
    assert found.place is not None
    assert found.place.value == "Hoa Sen"
    assert [q.code for q in found.questions] == ["date_missing"]


def test_an_unsigned_draft_is_asked_about() -> None:
    found = read(HEAD + BODY + FOOT.replace("Trần Thị Mai Lan", "") + ANNEX)
    assert found.signer.name is None
    assert [q.code for q in found.questions] == ["signer_missing"]


def test_a_flattened_header_table() -> None:
    head = """**ỦY BAN NHÂN
DÂN**
PHƯỜNG HOA SEN
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 12/QĐ-UBND
|
*Hoa Sen, ngày 05
tháng 02 năm 2024*
|
**QUYẾT ĐỊNH**
BAN HÀNH MỤC TIÊU CHẤT LƯỢNG NĂM 2024
"""
    found = read(head + BODY + "|\n" + FOOT.replace("\n\nTM.", "\n|\n**TM.") + "|\n" + ANNEX)
    assert found.issuer is not None
    assert found.issuer.value == "ỦY BAN NHÂN DÂN PHƯỜNG HOA SEN"
    assert found.number is not None
    assert found.number.value == "12"
    assert found.date is not None
    assert found.place is not None
    assert found.place.value == "Hoa Sen"
    assert found.signer.name is not None
    assert found.signer.name.value == "Trần Thị Mai Lan"
    assert len(found.objectives) == 2


def test_a_crawled_page_with_an_article_of_its_own_before_and_rows_of_two_cells() -> None:
    text = f"""## Giới thiệu quyết định mới
Ngày 01/03/2024, cơ quan vừa ban hành Quyết định 99/QĐ-XYZ, gồm các nội dung chính.
ỦY BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 12/QĐ-UBND | Hoa Sen, ngày 05 tháng 02 năm 2024 |
CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG HOA SEN
{BODY}
| TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Thị Mai Lan |
{ANNEX}"""
    found = read(text)
    assert found.type is not None
    assert found.type.value == "Quyết định"
    assert found.number is not None
    assert found.number.value == "12"
    assert found.issuer is not None
    assert found.issuer.value == "ỦY BAN NHÂN DÂN PHƯỜNG HOA SEN"
    assert len(found.bases) == 1
    assert len(found.articles) == 3
    assert found.signer.position is not None
    assert found.signer.position.value == "CHỦ TỊCH"
    assert found.signer.name is not None
    assert found.signer.name.value == "Trần Thị Mai Lan"


def test_two_columns_read_as_one_line_each() -> None:
    foot = """Nơi nhận: TM. ỦY BAN NHÂN DÂN
- UBND thị xã; CHỦ TỊCH
- Như Điều 3;
- Lưu: VT.
Trần Thị Mai Lan
"""
    found = read(HEAD + BODY + foot + ANNEX)
    assert [r.value for r in found.recipients] == ["UBND thị xã", "Như Điều 3", "Lưu: VT"]
    assert found.signer.position is not None
    assert found.signer.position.value == "CHỦ TỊCH"
    assert found.signer.name is not None
    assert found.signer.name.value == "Trần Thị Mai Lan"


@pytest.mark.parametrize("authority", ["TM.", "KT.", "TL.", "TUQ.", "Q."])
def test_every_authority_to_sign(authority: str) -> None:
    foot = f"Nơi nhận:\n- Lưu: VT.\n\n{authority} CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nĐỗ Ân\n"
    found = read(HEAD + BODY + foot + ANNEX)
    assert found.signer.authority is not None
    assert found.signer.authority.value == f"{authority} CHỦ TỊCH"
    assert found.signer.position is not None
    assert found.signer.position.value == "CHÁNH VĂN PHÒNG"
    assert found.signer.name is not None
    assert found.signer.name.value == "Đỗ Ân"


def test_a_degree_is_no_part_of_the_name() -> None:
    found = read(HEAD + BODY + FOOT.replace("Trần Thị Mai Lan", "ThS. Trần Thị Mai Lan") + ANNEX)
    assert found.signer.name is not None
    assert found.signer.name.value == "Trần Thị Mai Lan"


@pytest.mark.parametrize(
    ("article", "kind", "numbers"),
    [
        ("Bãi bỏ Quyết định số 1/QĐ-UBND ngày 02/3/2020.", "repeals", ["1/QĐ-UBND"]),
        (
            "Bãi bỏ các Quyết định sau đây:\na) Quyết định số 1/QĐ-UBND;\nb) Quyết định số 2/QĐ-UBND.",
            "repeals",
            ["1/QĐ-UBND", "2/QĐ-UBND"],
        ),
        ("Hủy bỏ Quyết định số 1/QĐ-UBND ngày 02/3/2020.", "annuls", ["1/QĐ-UBND"]),
        ("Đính chính Quyết định số 1/QĐ-UBND ngày 02/3/2020.", "corrects", ["1/QĐ-UBND"]),
        (
            "Thay thế Quyết định số 1/QĐ-UBND và Quyết định số 2/QĐ-UBND.",
            "supersedes",
            ["1/QĐ-UBND", "2/QĐ-UBND"],
        ),
        ("Quyết định số 1/QĐ-UBND ngày 02/3/2020 hết hiệu lực thi hành.", "repeals", ["1/QĐ-UBND"]),
    ],
)
def test_what_it_does_to_earlier_acts(article: str, kind: str, numbers: list[str]) -> None:
    body = BODY.replace(", thay thế Quyết định số 09/QĐ-UBND ngày 03/02/2023", "").replace(
        "Điều 3.", f"Điều 3. {article}\nĐiều 4."
    )
    found = read(HEAD + body + FOOT + ANNEX)
    assert [(c.kind, c.act.number, c.part) for c in found.changes] == [(kind, n, "") for n in numbers]


def test_a_part_of_an_act_that_is_amended_is_named() -> None:
    body = BODY.replace(
        "Điều 3.", "Điều 3. Sửa đổi, bổ sung một số điều của Quyết định số 1/QĐ-UBND ngày 02/3/2020.\nĐiều 4."
    )
    (_, amended) = read(HEAD + body + FOOT + ANNEX).changes
    assert (amended.kind, amended.part, amended.act.number) == ("amends", "một số điều", "1/QĐ-UBND")


def test_clauses_and_points_of_an_article() -> None:
    body = BODY.replace(
        "Điều 3.",
        "Điều 3. Tổ chức thực hiện\n1. Văn phòng:\na) Theo dõi;\nb) Báo cáo.\n2. Các công chức.\nĐiều 4.",
    )
    article = read(HEAD + body + FOOT + ANNEX).articles[2]
    assert [(c.number, [p.letter for p in c.points]) for c in article.clauses] == [
        ("1", ["a", "b"]),
        ("2", []),
    ]


def test_the_articles_of_what_is_promulgated_are_not_its_own() -> None:
    found = read(HEAD + BODY + FOOT + "\nQUY CHẾ\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\n")
    assert [article.number for article in found.articles] == [1, 2, 3]


def test_several_acts_in_one_basis() -> None:
    body = BODY.replace(
        "Theo đề nghị",
        "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính; "
        "Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ;\nTheo đề nghị",
    )
    found = read(HEAD + body + FOOT + ANNEX)
    assert [act.number for act in found.bases] == ["", "63/2010/NĐ-CP", "92/2017/NĐ-CP"]
    assert found.bases[1].issuer == "Chính phủ"
    assert found.bases[1].title == "kiểm soát thủ tục hành chính"


def test_a_decision_without_objectives_is_read_and_says_so() -> None:
    found = read(
        HEAD.replace("Mục tiêu chất lượng", "Quy chế làm việc")
        + BODY.replace("Mục tiêu chất lượng", "Quy chế làm việc")
        + FOOT
    )
    assert is_decision(found)
    assert found.objectives == ()
    assert [r.code for r in found.remarks] == ["no_objectives"]
    assert "không thấy mục tiêu" in found.remarks[0].text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n  ",
        "Hôm ấy trời mưa, ông Ba ngồi bên hiên nhà và nghĩ về những năm tháng cũ. " * 200,
        "Kính gửi: Ông Nguyễn Văn A\nTôi xin trình bày việc sau đây.",
        "Biên bản họp tổ dân phố\n1. Thành phần\n2. Nội dung: 95% hộ dân nhất trí",
    ],
)
def test_what_is_no_decision_is_seen_to_be_none(text: str) -> None:
    assert not is_decision(read(text))


def test_decomposed_letters_and_old_tones_read_the_same() -> None:
    import unicodedata

    text = (HEAD + BODY + FOOT + ANNEX).replace("ỦY", "UỶ")
    found = read(unicodedata.normalize("NFD", text))
    assert found.number is not None
    assert found.number.value == "12"
    assert found.date is not None
    assert len(found.bases) == 1
    assert len(found.objectives) == 2
    assert found.signer.name is not None
    assert found.signer.name.value == "Trần Thị Mai Lan"


def test_windows_line_ends_read_the_same() -> None:
    text = HEAD + BODY + FOOT + ANNEX
    crlf = text.replace("\n", "\r\n")
    one, two = read(text), read(crlf)
    assert len(one.objectives) == len(two.objectives)
    assert [q.code for q in two.questions] == []
    assert two.signer.name is not None
    assert crlf[two.signer.name.span.start : two.signer.name.span.end] == "Trần Thị Mai Lan"


def test_a_name_in_capitals_is_a_name() -> None:
    found = read(HEAD + BODY + FOOT.replace("Trần Thị Mai Lan", "TRẦN THỊ MAI LAN") + ANNEX)
    assert found.signer.position is not None
    assert found.signer.position.value == "PHÓ CHỦ TỊCH"
    assert found.signer.name is not None
    assert found.signer.name.value == "TRẦN THỊ MAI LAN"


def test_the_subject_of_a_plan_without_bases_ends_where_its_text_begins() -> None:
    found = read(HEAD.replace("QUYẾT ĐỊNH", "KẾ HOẠCH") + "Thực hiện Nghị quyết số 1/NQ-CP, UBND ban hành.\n")
    assert found.type is not None
    assert found.type.value == "Kế hoạch"
    assert found.subject is not None
    assert found.subject.value == "Ban hành Mục tiêu chất lượng năm 2024"
    assert not is_decision(found)
