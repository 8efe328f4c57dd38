"""Small registers for tests: a followed register of dossiers, and one of totals by field of work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chuan.offers.fields import Field, FieldKind


class DossierRegister:
    """Dossiers as another system keeps them."""

    key = "dossiers"
    title = "Hồ sơ thủ tục hành chính"
    code_field = "code"
    fields = (
        Field("code", FieldKind.CODE, "Mã hồ sơ", required=True, synonyms=("so ho so", "ma so ho so")),
        Field("subject", FieldKind.TEXT, "Trích yếu", synonyms=("trich yeu ho so", "noi dung")),
        Field("sets", FieldKind.COUNT, "Số bộ", synonyms=("so bo ho so",)),
        Field(
            "received_at",
            FieldKind.MOMENT,
            "Ngày tiếp nhận",
            required=True,
            synonyms=("ngay nhan", "tiep nhan"),
        ),
        Field("promised_at", FieldKind.MOMENT, "Ngày hẹn trả", synonyms=("hen tra", "ngay hen tra ket qua")),
        Field("ready_at", FieldKind.MOMENT, "Ngày kết thúc xử lý", synonyms=("ngay ket thuc",)),
        Field("returned_at", FieldKind.DATE, "Ngày trả", synonyms=("ngay tra ket qua",)),
        Field("handler", FieldKind.TEXT, "Người nhận", synonyms=("can bo xu ly", "nguoi xu ly")),
        Field("applicant", FieldKind.TEXT, "Chủ hồ sơ", synonyms=("ten chu ho so",), personal=True),
        Field("phone", FieldKind.TEXT, "Số điện thoại", synonyms=("sdt",), personal=True),
        Field(
            "status",
            FieldKind.CHOICE,
            "Trạng thái",
            synonyms=("tinh trang", "trang thai ho so"),
            choices={"da tra ket qua": "returned", "dang xu ly": "running", "Đã có kết quả": "ready"},
        ),
    )

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        ready, received = values.get("ready_at", ""), values.get("received_at", "")
        if ready and ready[:10] < received[:10]:
            return [("ready_at", "Ngày kết thúc trước ngày tiếp nhận. Kiểm tra hai ô này ở hệ thống nguồn.")]
        return []

    def due_field_changes(self) -> tuple[str, ...]:
        return ("promised_at", "ready_at", "returned_at")


class TotalsRegister:
    """Counts by field of work, as the official form gives them."""

    key = "dossier_totals"
    title = "Biểu tổng hợp hồ sơ"
    code_field = "field"
    fields = (
        Field("field", FieldKind.TEXT, "Lĩnh vực", required=True, synonyms=("linh vuc cong viec",)),
        Field("received", FieldKind.COUNT, "Tiếp nhận / Tổng số", required=True),
        Field("online", FieldKind.COUNT, "Trực tuyến"),
        Field("carried", FieldKind.COUNT, "Từ kỳ trước"),
        Field("solved", FieldKind.COUNT, "Đã giải quyết / Tổng số"),
        Field("late", FieldKind.COUNT, "Đã giải quyết / Quá hạn"),
    )

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        return []

    def due_field_changes(self) -> tuple[str, ...]:
        return ()


DOSSIERS, TOTALS = DossierRegister(), TotalsRegister()
