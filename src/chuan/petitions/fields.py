"""What the two registers of petitions accept from files: the national database's list, and the portals' list.

By code and day, never by name: names, addresses, contacts, and what a letter says are never kept, for no purpose,
and go from the file itself as soon as it was looked at (docs/decisions/petitions-by-file.md). No real export of the
national database was seen: header texts that are guessed stand apart, and a person confirms each column anyway.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from chuan.offers.fields import Field, FieldKind, Register
from chuan.rules.petitions import Kind
from chuan.rules.vietnamese import fold

_K = FieldKind
PETITIONS, FEEDBACK = "petitions", "feedback"

_KINDS = {
    "khieu nai": "complaint", "don khieu nai": "complaint",
    "to cao": "denunciation", "tc": "denunciation", "don to cao": "denunciation",
    "kien nghi": "suggestion", "kn pa": "feedback", "don kien nghi": "suggestion",
    "phan anh": "feedback", "pa": "feedback", "don phan anh": "feedback", "phan anh kien nghi": "feedback",
    "kien nghi phan anh": "feedback", "kien nghi, phan anh": "feedback", "phan anh, kien nghi": "feedback",
    "don kien nghi, phan anh": "feedback", "don phan anh, kien nghi": "feedback",
    "knpa": "feedback", "pakn": "feedback",
    "nhieu noi dung": "mixed", "don co nhieu noi dung khac nhau": "mixed", "don nhieu noi dung": "mixed",
    "vua khieu nai vua to cao": "mixed", "khieu nai, to cao": "mixed", "hon hop": "mixed",
}  # fmt: skip
_KIND_WORDS = {
    "complaint": "Khiếu nại",
    "denunciation": "Tố cáo",
    "suggestion": "Kiến nghị",
    "feedback": "Phản ánh, kiến nghị",
    "mixed": "Nhiều nội dung khác loại",
}
_CHANNELS = {
    "tiep cong dan": "reception", "truc tiep": "reception", "tiep dan": "reception", "tiep truc tiep": "reception",
    "buu chinh": "post", "buu dien": "post", "qua buu dien": "post", "gui qua buu chinh": "post", "don gui den": "post",
    "hom thu": "drop_box", "hom thu gop y": "drop_box", "thu dien tu": "email", "email": "email",
    "cong": "portal", "cong dich vu cong": "portal", "cong pakn": "portal", "truc tuyen": "portal",
    "cong dich vu cong quoc gia": "portal", "cong thong tin dien tu": "portal", "ung dung": "portal",
    "dien thoai": "phone", "duong day nong": "phone", "tong dai": "phone",
    "co quan khac chuyen den": "forwarded", "chuyen den": "forwarded", "cap tren chuyen": "forwarded",
    "cap tren chuyen den": "forwarded", "bao chi": "press", "bao chi neu": "press",
}  # fmt: skip
_CHANNEL_WORDS = {
    "reception": "Tiếp công dân", "post": "Bưu chính", "drop_box": "Hòm thư", "email": "Thư điện tử",
    "portal": "Cổng trực tuyến", "phone": "Điện thoại", "forwarded": "Cơ quan khác chuyển đến", "press": "Báo chí",
}  # fmt: skip
_YES_NO = {
    "co": "yes", "thuoc": "yes", "thuoc tham quyen": "yes", "dung tham quyen": "yes", "x": "yes", "1": "yes",
    "khong": "no", "khong thuoc": "no", "khong thuoc tham quyen": "no", "ngoai tham quyen": "no", "0": "no",
}  # fmt: skip
_YES_NO_WORDS = {"yes": "Có", "no": "Không"}
_VERDICTS = {
    "dung": "right", "khieu nai dung": "right", "to cao dung": "right", "to cao dung toan bo": "right",
    "dung mot phan": "partly", "co dung co sai": "partly", "dung, sai mot phan": "partly",
    "sai": "wrong", "khieu nai sai": "wrong", "to cao sai": "wrong",
    "co y to cao sai": "false", "co y to cao sai su that": "false", "to cao sai su that": "false",
}  # fmt: skip
_VERDICT_WORDS = {
    "right": "Đúng",
    "partly": "Đúng một phần",
    "wrong": "Sai",
    "false": "Cố ý tố cáo sai sự thật",
}
_STAGES = {
    "moi tiep nhan": "received", "da tiep nhan": "received", "cho xu ly": "received", "moi": "received",
    "dang xu ly": "running", "dang giai quyet": "running", "dang xac minh": "running", "da thu ly": "running",
    "cho bo sung": "waiting", "tam dinh chi": "suspended", "da giai quyet": "done", "da xu ly": "done",
    "hoan thanh": "done", "da tra loi": "done", "da cong khai": "done", "da chuyen": "passed", "chuyen don": "passed",
    "luu don": "kept", "da luu": "kept", "huong dan": "guided", "da huong dan": "guided", "tra lai": "refused",
    "tu choi": "refused", "khong thu ly": "refused", "dinh chi": "stopped", "rut don": "stopped", "da rut": "stopped",
}  # fmt: skip
_STAGE_WORDS = {
    "received": "Mới tiếp nhận", "running": "Đang giải quyết", "waiting": "Chờ bổ sung", "suspended": "Tạm đình chỉ",
    "done": "Đã giải quyết", "passed": "Đã chuyển", "kept": "Lưu đơn", "guided": "Đã hướng dẫn",
    "refused": "Không thụ lý, trả lại", "stopped": "Đình chỉ",
}  # fmt: skip
_COMPLEX = {
    "binh thuong": "plain", "thuong": "plain", "don gian": "plain", "khong": "plain",
    "phuc tap": "complex", "co": "complex", "dac biet phuc tap": "especially",
}  # fmt: skip
_COMPLEX_WORDS = {"plain": "Bình thường", "complex": "Phức tạp", "especially": "Đặc biệt phức tạp"}
_RATINGS = {
    "rat hai long": "pleased", "hai long": "pleased", "chap nhan": "fair", "binh thuong": "fair",
    "khong hai long": "displeased", "chua hai long": "displeased", "rat khong hai long": "displeased",
}  # fmt: skip
_RATING_WORDS = {"pleased": "Hài lòng", "fair": "Chấp nhận được", "displeased": "Không hài lòng"}

NEVER_KEPT = (
    Field(
        "sender", _K.TEXT, "Người gửi đơn", personal=True, never=True,
        synonyms=("ho ten", "ho va ten", "ten nguoi gui", "nguoi gui", "nguoi dung don", "ho ten nguoi gui",
                  "nguoi khieu nai", "nguoi to cao", "nguoi phan anh", "nguoi kien nghi", "ten cong dan", "cong dan"),
    ),
    Field("address", _K.TEXT, "Địa chỉ người gửi", personal=True, never=True,
          synonyms=("dia chi", "noi o", "noi cu tru", "thuong tru")),
    Field("contact", _K.TEXT, "Điện thoại, thư điện tử người gửi", personal=True, never=True,
          synonyms=("dien thoai", "so dien thoai", "sdt", "email", "lien he")),
    Field("identity", _K.TEXT, "Số giấy tờ người gửi", personal=True, never=True,
          synonyms=("cccd", "cmnd", "so cccd", "so cmnd", "can cuoc", "so dinh danh", "so dinh danh ca nhan")),
    Field("content", _K.TEXT, "Nội dung đơn", personal=True, never=True,
          synonyms=("noi dung", "tom tat noi dung", "trich yeu", "noi dung don", "noi dung phan anh", "tieu de",
                    "noi dung phan anh kien nghi")),
    Field("accused", _K.TEXT, "Người bị khiếu nại, tố cáo", personal=True, never=True,
          synonyms=("nguoi bi to cao", "nguoi bi khieu nai", "doi tuong bi to cao", "doi tuong bi khieu nai",
                    "chuc vu nguoi bi to cao")),
)  # fmt: skip
"""Known only to be dropped. What a letter says may tell who wrote it (Luật Tố cáo 2018, Điều 56)."""

_WHO = re.compile(
    r"\b(?:ho (?:va )?ten|ten nguoi|ten (?:cong dan|cac? nhan|to chuc)|nguoi (?:gui|nop|viet|dung|ky|lam don|dai dien"
    r"|phan anh|kien nghi|khieu nai|to cao|bi)|chu don|dai dien|dia chi|noi o|noi cu tru|thuong tru|tam tru|que quan"
    r"|dien thoai|sdt|di dong|e-?mail|hop thu|zalo|cccd|cmnd|can cuoc|chung minh|ho chieu|dinh danh|giay to"
    r"|nam sinh|ngay sinh|gioi tinh|dan toc|nghe nghiep|quoc tich|but tich|chu ky|tai khoan"
    r"|noi dung|tom tat|trich yeu|tieu de|chu de|mo ta|chi tiet|y kien|ghi chu|dinh kem|toa do|vi tri|dia diem"
    r"|doi tuong|chuc vu)\b"
)
_NOT_WHO = re.compile(
    r"^(?:so (?:luong )?nguoi|so chu ky|loai noi dung|ngay(?! sinh)|han|thoi han|ma(?! (?:so )?dinh danh(?! don)))"
)
_AGAINST = re.compile(r"\b(?:nguoi bi|doi tuong|chuc vu|ve ai|to cao ai)\b")
_LEADER = re.compile(
    r"\b(?:pho )?chu tich\b(?!.*\b(?:hoi|mat tran|hdnd|hoi dong nhan dan)\b)|\bpct\b|\bct ubnd\b"
)


@lru_cache(maxsize=2048)
def _tells_who(header: str) -> bool:
    return bool(_WHO.search(header)) and not _NOT_WHO.search(header)


def _against_leader(headers: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row says that it is a denunciation, and that it is against the Chairman or a deputy."""
    found = [(head, fold(cell)) for head, cell in zip(headers, cells, strict=False) if cell]
    denounces = any("to cao" in cell or (head.startswith("loai") and cell == "tc") for head, cell in found)
    return denounces and any(_AGAINST.search(head) and _LEADER.search(cell) for head, cell in found)


class PetitionFields:
    """What lists of petitions share, whoever keeps them."""

    code_field = "code"
    period_field = "received_on"
    per_period = False
    withheld_words = (
        "Tố cáo lãnh đạo",
        "tố cáo Chủ tịch, Phó Chủ tịch: không nhận ở đây",
        "Không lưu gì của các dòng này; tệp gốc đã xóa khỏi máy chủ, chỉ còn các dòng khác.",
    )

    def withholds(self, headers: Sequence[str], cells: Sequence[str]) -> bool:
        """A denunciation against the Chairman or a deputy is not the ward's to know (Luật Tố cáo 2018, Điều 13)."""
        return _against_leader(headers, cells)

    def withholds_column(self, header: str) -> bool:
        """Names, addresses, numbers, what the letter says: no cell of such a column is kept."""
        return _tells_who(header)

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """A step before the receipt; a code without a digit, which is a name or a word."""
        found = []
        if not any(letter.isdigit() for letter in values.get("code", "0")):
            found.append(("code", "Mã đơn không có chữ số nào. Kiểm tra cột này có đúng là mã đơn không."))
        received = values.get("received_on", "")[:10]
        for name, said in _AFTER_RECEIPT.items():
            day = values.get(name, "")[:10]
            if day and received and day < received:
                sentence = f"Ngày {said} trước ngày nhận. Kiểm tra hai ô này ở hệ thống nguồn rồi xuất lại."
                found.append((name, sentence))
        return found

    def due_field_changes(self) -> tuple[str, ...]:
        """The due day first: what changed in it after it had passed is shown before all else."""
        return ("due_on", "accepted_on", "settled_on", "published_on", "forwarded_on")


_AFTER_RECEIPT = {
    "accepted_on": "thụ lý",
    "forwarded_on": "chuyển",
    "settled_on": "giải quyết",
    "published_on": "công khai",
    "replied_on": "trả lời",
    "refused_on": "không thụ lý",
}

_CODE = (
    "ma don",
    "ma so don",
    "so don",
    "ma ho so don",
    "ma vu viec",
    "so thu ly",
    "ma so",
    "ma dinh danh don",
)
_RECEIVED = (
    "ngay nhan", "ngay tiep nhan", "ngay nhan don", "ngay tiep nhan don", "ngay den", "ngay tiep",
    "thoi gian tiep nhan", "thoi gian gui", "ngay gui", "ngay tiep cong dan",
)  # fmt: skip
_DUE = (
    "han giai quyet",
    "han xu ly",
    "thoi han giai quyet",
    "thoi han xu ly",
    "han tra loi",
    "han xu ly phan anh",
)
_SETTLED = (
    "ngay giai quyet", "ngay co ket qua", "ngay ban hanh quyet dinh", "ngay ra quyet dinh", "ngay ket luan",
    "ngay hoan thanh", "ngay ket thuc", "ngay quyet dinh giai quyet", "ngay giai quyet xong", "ngay tra loi",
)  # fmt: skip
_FORWARDED = ("ngay chuyen", "ngay chuyen don", "ngay chuyen di")
_COMPETENT = ("tham quyen", "thuoc tham quyen", "tham quyen giai quyet", "thuoc tham quyen giai quyet")
_FIELD = ("linh vuc", "nhom linh vuc", "linh vuc don", "nganh linh vuc", "loai linh vuc")
_STAGE = (
    "trang thai",
    "tinh trang",
    "trang thai xu ly",
    "tinh trang giai quyet",
    "trang thai don",
    "giai doan",
)


class PetitionRegister(PetitionFields):
    """One row a petition, as the national database lists them (154/2026/NĐ-CP, Điều 27; its export was not seen)."""

    key = PETITIONS
    readers = ("petition_clerk", "chairman", "vice_chairman")
    """A row tells that somebody denounced, and when: only who receives petitions and who leads (Luật Tố cáo 2018,
    Điều 56)."""
    title = "Đơn khiếu nại, tố cáo, kiến nghị, phản ánh"
    fields: tuple[Field, ...] = (
        Field("code", _K.CODE, "Mã đơn", required=True, synonyms=_CODE),
        Field("kind", _K.CHOICE, "Loại đơn", required=True, choices=_KINDS, said=_KIND_WORDS,
              synonyms=("phan loai don", "phan loai", "loai vu viec", "loai")),
        Field("channel", _K.CHOICE, "Nguồn đơn", choices=_CHANNELS, said=_CHANNEL_WORDS,
              synonyms=("hinh thuc tiep nhan", "kenh tiep nhan", "hinh thuc nhan", "nguon tiep nhan", "nguon den")),
        Field("field", _K.TEXT, "Lĩnh vực", synonyms=_FIELD),
        Field("signers", _K.COUNT, "Số người đứng đơn",
              synonyms=("so nguoi", "so luong nguoi", "so nguoi ky", "so nguoi ky ten", "so nguoi khieu nai")),
        Field("received_on", _K.DATE, "Ngày nhận đơn", required=True, synonyms=_RECEIVED),
        Field("classified_on", _K.DATE, "Ngày phân loại", synonyms=("ngay xu ly don", "ngay phan loai xu ly")),
        Field("accepted_on", _K.DATE, "Ngày thụ lý", synonyms=("ngay thu ly don", "ngay thu ly giai quyet")),
        Field("due_on", _K.DATE, "Hạn giải quyết", synonyms=_DUE),
        Field("settled_on", _K.DATE, "Ngày giải quyết", synonyms=_SETTLED),
        Field("replied_on", _K.DATE, "Ngày trả lời sau tiếp công dân",
              synonyms=("ngay tra loi cong dan", "ngay thong bao ket qua xu ly")),
        Field("forwarded_on", _K.DATE, "Ngày chuyển đơn", synonyms=_FORWARDED),
        Field("guided_on", _K.DATE, "Ngày hướng dẫn", synonyms=("ngay ra van ban huong dan",)),
        Field("refused_on", _K.DATE, "Ngày không thụ lý", synonyms=("ngay thong bao khong thu ly",)),
        Field("returned_on", _K.DATE, "Ngày trả lại đơn", synonyms=("ngay tra don", "ngay tra lai")),
        Field("kept_on", _K.DATE, "Ngày lưu đơn", synonyms=("ngay luu", "ngay xep luu")),
        Field("stopped_on", _K.DATE, "Ngày đình chỉ", synonyms=("ngay quyet dinh dinh chi", "ngay rut don")),
        Field("published_on", _K.DATE, "Ngày công khai", synonyms=("ngay cong khai ket qua", "ngay cong bo")),
        Field("finished_on", _K.DATE, "Ngày thi hành xong", synonyms=("ngay thuc hien xong", "ngay ket thuc ho so")),
        Field("competent", _K.CHOICE, "Thuộc thẩm quyền", choices=_YES_NO, said=_YES_NO_WORDS, synonyms=_COMPETENT),
        Field("stage", _K.CHOICE, "Trạng thái", choices=_STAGES, said=_STAGE_WORDS, synonyms=_STAGE),
        Field("verdict", _K.CHOICE, "Kết quả giải quyết", choices=_VERDICTS, said=_VERDICT_WORDS,
              synonyms=("ket qua", "ket luan", "ket qua giai quyet don", "danh gia dung sai", "dung sai")),
        Field("complexity", _K.CHOICE, "Mức độ phức tạp", choices=_COMPLEX, said=_COMPLEX_WORDS,
              synonyms=("tinh chat", "phuc tap", "vu viec phuc tap", "tinh chat vu viec")),
        Field("repeat", _K.CHOICE, "Đơn trùng", choices={**_YES_NO, "trung": "yes", "khong trung": "no"},
              said=_YES_NO_WORDS, synonyms=("trung", "trung lap", "don trung lap")),
        *NEVER_KEPT,
    )  # fmt: skip


class FeedbackRegister(PetitionFields):
    """One row a post of feedback, as the national or provincial portal lists them. Each is by the portal."""

    key = FEEDBACK
    title = "Phản ánh, kiến nghị trên cổng"
    fields: tuple[Field, ...] = (
        Field("code", _K.CODE, "Mã phản ánh", required=True,
              synonyms=("ma pakn", "ma phan anh kien nghi", "ma so phan anh", "so phan anh", "ma ho so pakn",
                        "ma phan anh, kien nghi")),
        Field("field", _K.TEXT, "Lĩnh vực", synonyms=(*_FIELD, "chuyen muc", "nhom phan anh")),
        Field("received_on", _K.DATE, "Ngày tiếp nhận", required=True,
              synonyms=(*_RECEIVED, "ngay phan anh", "ngay gui phan anh")),
        Field("transferred_on", _K.DATE, "Ngày chuyển đến", synonyms=("ngay chuyen xu ly", "ngay giao xu ly")),
        Field("asked_on", _K.DATE, "Ngày yêu cầu bổ sung", synonyms=("ngay yeu cau bo sung thong tin",)),
        Field("forwarded_on", _K.DATE, "Ngày chuyển đi", synonyms=("ngay chuyen co quan khac",)),
        Field("returned_on", _K.DATE, "Ngày từ chối", synonyms=("ngay tu choi tiep nhan", "ngay tra lai")),
        Field("due_on", _K.DATE, "Hạn xử lý", synonyms=_DUE),
        Field("settled_on", _K.DATE, "Ngày trả lời", synonyms=(*_SETTLED, "ngay xu ly xong", "ngay xu ly")),
        Field("published_on", _K.DATE, "Ngày công khai", synonyms=("ngay cong khai ket qua", "ngay dang")),
        Field("stage", _K.CHOICE, "Trạng thái", choices=_STAGES, said=_STAGE_WORDS, synonyms=_STAGE),
        Field("competent", _K.CHOICE, "Thuộc thẩm quyền", choices=_YES_NO, said=_YES_NO_WORDS, synonyms=_COMPETENT),
        Field("rating", _K.CHOICE, "Mức hài lòng", choices=_RATINGS, said=_RATING_WORDS,
              synonyms=("danh gia", "hai long", "danh gia cua nguoi dan", "muc do hai long")),
        *NEVER_KEPT,
    )  # fmt: skip


REGISTERS: tuple[Register, ...] = (PetitionRegister(), FeedbackRegister())


def kind_in(register: str, values: Mapping[str, str]) -> str:
    """What a row is: the portals list feedback only."""
    return values.get("kind", "") or (Kind.FEEDBACK if register == FEEDBACK else "")
