"""One content of each kind that a ward writes; the Decision is the reference one, mended in form."""

from __future__ import annotations

from datetime import date
from typing import Any

from chuan.law.document_types import symbol_of
from chuan.paper.contents import Content, body_from_text, paper_of
from chuan.paper.papers import Annex, Paper, Signer

AGENCY = ("Ủy ban nhân dân", "phường Bắc Hồng")
CHAIRMAN = Signer(("TM. Ủy ban nhân dân",), "Chủ tịch", "Nguyễn Viết Khanh")
DEPUTY = Signer(("TM. Ủy ban nhân dân", "KT. Chủ tịch"), "Phó Chủ tịch", "Trần Thị Mai")
MARK = "DỮ LIỆU MINH HỌA – SỐ VĂN BẢN DO NGƯỜI VIẾT PHẦN MỀM ĐẶT RA"

OBJECTIVES = """\
1. Phấn đấu 21/21 chỉ tiêu chủ yếu về phát triển kinh tế - xã hội năm 2021 đạt và vượt kế hoạch đề ra, cụ thể:
- Giá trị sản xuất một số ngành kinh tế chủ yếu tăng so với ước thực hiện năm trước 15%;
- Thu nhập bình quân đầu người đạt 65 triệu đồng/người/năm;
- Tổng thu ngân sách nhà nước trên địa bàn 8.550 triệu đồng;
- Tổng diện tích gieo trồng lúa cả năm 49 ha; năng suất đạt 51 tạ/ha;
- Xây dựng 04 tuyến phố văn minh đô thị; xây dựng 10 ngõ phố văn minh;
- 60% tuyến đường giao thông dưới 7,5 m được chỉnh trang, thảm nhựa;
- Phường đạt chuẩn đô thị văn minh theo Quyết định số 18/2020/QĐ-UBND ngày 07 tháng 8 năm 2020 của UBND tỉnh Hà Tĩnh.
2. Tiếp tục áp dụng, duy trì, cải tiến Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015.
3. Đảm bảo trên 95% hồ sơ thuộc thẩm quyền của UBND phường được giải quyết đúng thời hạn.
4. Giải quyết đạt trên 95% đơn thư phản ánh, khiếu nại, tố cáo thuộc thẩm quyền của UBND phường.
5. 100% cán bộ, công chức phường sử dụng thư điện tử công vụ và khai thác các phần mềm dùng chung theo quy định.
6. 100% văn bản điện tử của UBND phường (trừ văn bản mật) được ký số và luân chuyển trên môi trường mạng.
7. 100% cán bộ, công chức phường đạt danh hiệu lao động tiên tiến.
"""

DECISION = Content(
    kind="QĐ",
    subject="Ban hành Mục tiêu chất lượng năm 2021 thuộc Hệ thống quản lý chất lượng theo Tiêu chuẩn "
    "quốc gia TCVN ISO 9001:2015",
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng "
        "Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, "
        "tổ chức thuộc hệ thống hành chính nhà nước",
        "Căn cứ Quyết định số 112/QĐ-UBND ngày 30 tháng 6 năm 2020 của Ủy ban nhân dân phường Bắc Hồng về việc "
        "ban hành và áp dụng Hệ thống tài liệu quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015",
        "Căn cứ Nghị quyết số 53/NQ-HĐND ngày 29 tháng 12 năm 2020 của Hội đồng nhân dân phường Bắc Hồng về "
        "nhiệm vụ phát triển kinh tế - xã hội năm 2021",
        "Theo đề nghị của công chức Văn phòng - Thống kê phường",
    ),
    body=body_from_text(
        "Điều 1. Ban hành kèm theo Quyết định này Mục tiêu chất lượng năm 2021 thuộc Hệ thống quản lý chất lượng "
        "theo Tiêu chuẩn quốc gia TCVN ISO 9001:2015 của Ủy ban nhân dân phường Bắc Hồng.\n"
        "Điều 2. Các bộ phận và cán bộ, công chức phường có trách nhiệm nắm vững nội dung Mục tiêu chất lượng "
        "đã được ban hành.\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 148/QĐ-UBND ngày 11 tháng 8 "
        "năm 2020 của Ủy ban nhân dân phường Bắc Hồng.\n"
        "Điều 4. Văn phòng Ủy ban nhân dân phường, Ban Chỉ đạo ISO, Thư ký ISO, các ban, ngành, đoàn thể, công "
        "chức chuyên môn và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."
    ),
    recipients=(
        "Như Điều 4",
        "Ủy ban nhân dân thị xã (để báo cáo)",
        "Thường trực Đảng ủy, Hội đồng nhân dân phường",
        "Chủ tịch, các Phó Chủ tịch UBND phường",
        "Lưu: VT, VP",
    ),
    signer=CHAIRMAN,
    annexes=(Annex("", body_from_text(OBJECTIVES), type_name="Mục tiêu chất lượng năm 2021"),),
    mark=MARK,
)

LETTER = Content(
    kind="CV",
    subject="cung cấp số liệu thực hiện mục tiêu chất lượng năm 2021",
    to=("Văn phòng Ủy ban nhân dân phường", "Công chức Tài chính - Kế toán", "Các tổ trưởng tổ dân phố"),
    body=body_from_text(
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 19 tháng 02 năm 2021 của Ủy ban nhân dân phường về việc ban hành "
        "Mục tiêu chất lượng năm 2021, Ủy ban nhân dân phường đề nghị các bộ phận:\n"
        "1. Gửi số liệu đến hết ngày 30 tháng 6 năm 2021 về Văn phòng trước ngày 05 tháng 7 năm 2021.\n"
        "2. Nêu rõ nguồn số liệu và người chịu trách nhiệm về số liệu:\n"
        "a) Số liệu lấy từ hệ thống nào;\n"
        "b) Người lập, người kiểm tra.\n"
        "Đề nghị các bộ phận quan tâm thực hiện."
    ),
    recipients=("Như trên", "Chủ tịch, các Phó Chủ tịch UBND phường", "Lưu: VT, VP"),
    signer=DEPUTY,
    urgency="khẩn",
    drafter_mark="VP.(15)",
    contact=(
        "Địa chỉ: số 01 đường Nguyễn Ái Quốc, phường Bắc Hồng, thị xã Hồng Lĩnh, tỉnh Hà Tĩnh",
        "Điện thoại: 0239 000 0000",
    ),
)

SUBMISSION = Content(
    kind="TTr",
    subject="Về việc phê duyệt kế hoạch đánh giá nội bộ năm 2021",
    to=("Chủ tịch Ủy ban nhân dân phường Bắc Hồng",),
    body=body_from_text(
        "I. Sự cần thiết\nHệ thống quản lý chất lượng phải được đánh giá nội bộ ít nhất một lần trong năm.\n"
        "II. Nội dung trình\n1. Phạm vi\nTất cả các bộ phận thuộc Ủy ban nhân dân phường.\n"
        "2. Thời gian\nTừ ngày 01 tháng 10 năm 2021 đến ngày 15 tháng 10 năm 2021.\n"
        "Kính trình Chủ tịch Ủy ban nhân dân phường xem xét, quyết định."
    ),
    recipients=("Như trên", "Lưu: VT, BCĐ ISO"),
    signer=Signer(("TM. Ban Chỉ đạo ISO",), "Trưởng ban", "Lê Văn Bình"),
)

NOTICE = Content(
    kind="TB",
    subject="Lịch tiếp công dân quý II năm 2021",
    body=body_from_text(
        "Ủy ban nhân dân phường Bắc Hồng thông báo lịch tiếp công dân quý II năm 2021 như sau:\n"
        "| TT | Ngày | Người tiếp | Địa điểm |\n"
        "| 1 | 15/4/2021 | Chủ tịch UBND phường | Phòng tiếp công dân |\n"
        "| 2 | 15/5/2021 | Phó Chủ tịch UBND phường | Phòng tiếp công dân |\n"
        "\nỦy ban nhân dân phường thông báo để nhân dân được biết."
    ),
    recipients=("Thường trực Đảng ủy", "Các tổ dân phố", "Lưu: VT"),
    signer=CHAIRMAN,
)

PLAN = Content(
    kind="KH",
    subject="Thực hiện mục tiêu chất lượng năm 2021",
    body=body_from_text(
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 19 tháng 02 năm 2021 của Ủy ban nhân dân phường Bắc Hồng về việc "
        "ban hành Mục tiêu chất lượng năm 2021, Ủy ban nhân dân phường ban hành kế hoạch:\n"
        "I. Mục đích, yêu cầu\n1. Mục đích\n- Bảo đảm các mục tiêu được thực hiện;\n+ theo tháng;\n+ theo quý.\n"
        "2. Yêu cầu\n- Rõ người, rõ việc, rõ thời hạn.\n"
        "II. Tổ chức thực hiện\n1. Văn phòng theo dõi, tổng hợp.\n2. Các bộ phận báo cáo hằng quý.\n"
    ),
    recipients=("Các bộ phận thuộc UBND phường", "Lưu: VT, VP"),
    signer=CHAIRMAN,
    annexes=(
        Annex(
            "Tiến độ thực hiện",
            body_from_text(
                "| TT | Mục tiêu | Quý I | Quý II | Quý III | Quý IV | Cả năm | Bộ phận |\n"
                + "\n".join(
                    f"| {n} | Chỉ tiêu thứ {n} | {n}% | 2{n}% | 5{n}% | 9{n}% | 100% | Văn phòng |"
                    for n in range(1, 40)
                )
            ),
        ),
        Annex("Phân công", body_from_text("1. Văn phòng: tổng hợp.\n2. Tài chính: số liệu thu, chi.")),
    ),
)

REPORT = Content(
    kind="BC",
    subject="Kết quả thực hiện mục tiêu chất lượng 6 tháng đầu năm 2021",
    body=body_from_text(
        "I. Kết quả chung\nCác chỉ tiêu đều có số đo.\nII. Kiến nghị\nKhông.\n"
        "Trên đây là báo cáo của Ủy ban nhân dân phường Bắc Hồng."
    ),
    recipients=("Ủy ban nhân dân thị xã", "Lưu: VT"),
    signer=CHAIRMAN,
)

MINUTES = Content(
    kind="BB",
    subject="Họp xem xét của lãnh đạo về Hệ thống quản lý chất lượng năm 2021",
    body=body_from_text(
        "Thời gian bắt đầu: 08 giờ 00 phút, ngày 20 tháng 12 năm 2021.\nĐịa điểm: Phòng họp Ủy ban nhân dân phường.\n"
        "Thành phần tham dự: Ban Chỉ đạo ISO.\nChủ trì (chủ tọa): Ông Nguyễn Viết Khanh, Chủ tịch UBND phường.\n"
        "Thư ký (người ghi biên bản): Bà Trần Thị Mai.\nNội dung:\n1. Nghe báo cáo kết quả đánh giá nội bộ.\n"
        "2. Thống nhất các việc phải làm.\nCuộc họp kết thúc vào 11 giờ 00 phút, ngày 20 tháng 12 năm 2021."
    ),
    recipients=("Ban Chỉ đạo ISO", "Lưu: VT, hồ sơ"),
    signer=Signer((), "Chủ tọa", "Nguyễn Viết Khanh"),
    second_signer=Signer((), "Thư ký", "Trần Thị Mai"),
)

INVITATION = Content(
    kind="GM",
    subject="Họp Ban Chỉ đạo ISO quý I năm 2021",
    body=body_from_text(
        "Ủy ban nhân dân phường Bắc Hồng trân trọng kính mời: Các thành viên Ban Chỉ đạo ISO.\n"
        "Tới dự: Cuộc họp triển khai mục tiêu chất lượng năm 2021.\nChủ trì: Ông Nguyễn Viết Khanh.\n"
        "Thời gian: 14 giờ 00 phút, ngày 25 tháng 02 năm 2021.\nĐịa điểm: Phòng họp Ủy ban nhân dân phường."
    ),
    recipients=("Như trên", "Lưu: VT"),
    signer=CHAIRMAN,
    handling="Lưu hành nội bộ",
)

REGULATION = Content(
    kind="QĐ",
    subject="Ban hành Quy chế làm việc của Ban Chỉ đạo ISO",
    bases=DECISION.bases[:1],
    body=body_from_text(
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Chỉ đạo ISO.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."
    ),
    recipients=("Như Điều 2", "Lưu: VT"),
    signer=CHAIRMAN,
    annexes=(
        Annex(
            "Làm việc của Ban Chỉ đạo ISO",
            body_from_text(
                "Chương I. Quy định chung\nĐiều 1. Phạm vi điều chỉnh\nQuy chế này quy định việc làm của Ban.\n"
                "Điều 2. Đối tượng áp dụng\n1. Thành viên Ban Chỉ đạo.\n2. Thư ký:\n"
                "a) Thư ký ISO;\nb) Người giúp việc.\n"
                "Chương II. Chế độ làm việc\nMục 1. Họp\nĐiều 3. Lịch họp\nBan họp mỗi quý một lần."
            ),
            type_name="Quy chế",
        ),
    ),
)

EVERY = {
    "decision": DECISION,
    "letter": LETTER,
    "submission": SUBMISSION,
    "notice": NOTICE,
    "plan": PLAN,
    "report": REPORT,
    "minutes": MINUTES,
    "invitation": INVITATION,
    "regulation": REGULATION,
}


def a_paper(content: Content = DECISION, **other: Any) -> Paper:
    """The content as a paper of the ward, issued as number 12 on 19/02/2021 unless told otherwise."""
    given = {
        "agency": AGENCY,
        "place": "Bắc Hồng",
        "symbol": symbol_of(content.kind, agency="UBND", unit="VP"),
        "number": "12",
        "date": date(2021, 2, 19),
    }
    return paper_of(content, **{**given, **other})


def a_draft(content: Content = DECISION, **other: Any) -> Paper:
    """The same before it is issued: number and date are blank."""
    return a_paper(content, **{"number": "", "date": None, "year": 2021, **other})
