"""What the registers of dossiers accept from files, with the names that exports give their columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chuan.offers.fields import Field, FieldKind, Register

_STATUSES = {
    "da tra ket qua": "returned",
    "dang xu ly": "running",
    "dang giai quyet": "running",
    "cho bo sung": "waiting",
    "co ket qua": "ready",
    "da co ket qua": "ready",
    "tu choi": "refused",
    "da rut": "withdrawn",
}
_STATUS_WORDS = {
    "running": "Đang giải quyết",
    "waiting": "Chờ bổ sung",
    "ready": "Có kết quả",
    "returned": "Đã trả kết quả",
    "refused": "Từ chối",
    "withdrawn": "Người dân rút",
}
_CHANNELS = {"truc tiep": "counter", "truc tuyen": "online", "buu chinh": "post"}
_CHANNEL_WORDS = {"counter": "Trực tiếp", "online": "Trực tuyến", "post": "Bưu chính"}


class DossierRegister:
    """One row a dossier, as the one-stop system exports them (NĐ 118/2025; earlier NĐ 61/2018)."""

    key = "dossiers"
    title = "Hồ sơ thủ tục hành chính"
    code_field = "code"
    period_field = "received_at"
    per_period = False
    fields: tuple[Field, ...] = (
        Field(
            "code",
            FieldKind.CODE,
            "Mã hồ sơ",
            required=True,
            synonyms=("so ho so", "ma so ho so", "so bien nhan", "so chung thuc"),
        ),
        Field("subject", FieldKind.TEXT, "Trích yếu", synonyms=("trich yeu ho so", "noi dung")),
        Field("sets", FieldKind.COUNT, "Số bộ", synonyms=("so bo ho so",)),
        Field("copies", FieldKind.COUNT, "Số bản", synonyms=("so ban chung thuc",)),
        Field(
            "applicant",
            FieldKind.TEXT,
            "Chủ hồ sơ",
            synonyms=("ten chu ho so", "nguoi nop", "nguoi yeu cau"),
            personal=True,
        ),
        Field("address", FieldKind.TEXT, "Địa chỉ", synonyms=("dia chi chu ho so",), personal=True),
        Field("phone", FieldKind.TEXT, "Số điện thoại", synonyms=("sdt", "dien thoai"), personal=True),
        Field(
            "received_at",
            FieldKind.MOMENT,
            "Ngày tiếp nhận",
            required=True,
            synonyms=("ngay nhan", "tiep nhan", "ngay chung thuc"),
        ),
        Field("promised_at", FieldKind.MOMENT, "Ngày hẹn trả", synonyms=("hen tra", "ngay hen tra ket qua")),
        Field(
            "ready_at", FieldKind.MOMENT, "Ngày kết thúc xử lý", synonyms=("ngay ket thuc", "ngay co ket qua")
        ),
        Field(
            "asked_at",
            FieldKind.MOMENT,
            "Ngày yêu cầu bổ sung",
            synonyms=("ngay yeu cau bo sung ho so", "ngay dung xu ly cho bo sung"),
        ),
        Field(
            "supplied_at",
            FieldKind.MOMENT,
            "Ngày bổ sung xong",
            synonyms=("ngay bo sung ho so", "ngay hoan thanh bo sung", "ngay tiep nhan bo sung"),
        ),
        Field("returned_at", FieldKind.MOMENT, "Ngày trả", synonyms=("ngay tra ket qua",)),
        Field("passed_on_at", FieldKind.MOMENT, "Ngày chuyển", synonyms=("ngay chuyen ho so",)),
        Field(
            "handler",
            FieldKind.TEXT,
            "Người nhận",
            synonyms=("can bo xu ly", "nguoi xu ly", "can bo tiep nhan", "nguoi thuc hien"),
        ),
        Field("area", FieldKind.TEXT, "Địa bàn", synonyms=("to dan pho", "thon")),
        Field("procedure_code", FieldKind.CODE, "Mã thủ tục", synonyms=("ma tthc",)),
        Field("procedure_name", FieldKind.TEXT, "Tên thủ tục", synonyms=("ten tthc", "thu tuc", "loai viec")),
        Field("field", FieldKind.TEXT, "Lĩnh vực", synonyms=("linh vuc",)),
        Field(
            "status",
            FieldKind.CHOICE,
            "Trạng thái",
            synonyms=("tinh trang",),
            choices=_STATUSES,
            said=_STATUS_WORDS,
        ),
        Field(
            "channel",
            FieldKind.CHOICE,
            "Hình thức nộp",
            synonyms=("kenh nop",),
            choices=_CHANNELS,
            said=_CHANNEL_WORDS,
        ),
        Field("receiving_unit", FieldKind.TEXT, "Nơi tiếp nhận", synonyms=("don vi tiep nhan",)),
        Field("resolving_unit", FieldKind.TEXT, "Nơi giải quyết", synonyms=("don vi giai quyet",)),
        Field("elsewhere", FieldKind.TEXT, "Phi địa giới"),
    )

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """A dossier cannot be finished, or its result returned, before it was received."""
        received = values.get("received_at", "")[:10]
        found = []
        for name, said in (("ready_at", "kết thúc xử lý"), ("returned_at", "trả kết quả")):
            day = values.get(name, "")[:10]
            if day and received and day < received:
                sentence = (
                    f"Ngày {said} trước ngày tiếp nhận. Kiểm tra hai ô này ở hệ thống nguồn rồi xuất lại."
                )
                found.append((name, sentence))
        return found

    def due_field_changes(self) -> tuple[str, ...]:
        """The promise first: what changed in it after the due day is shown before all else."""
        return ("promised_at", "ready_at", "returned_at")


class Totals:
    """What registers of totals share: their rows belong to the period of their file and have no due day."""

    period_field = ""
    per_period = True

    def problems(self, values: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """Nothing in a row of totals contradicts itself by dates."""
        return ()

    def due_field_changes(self) -> tuple[str, ...]:
        """Totals have no due day."""
        return ()


class TotalsRegister(Totals):
    """One row a field of work, as the official totals give them (II.06a and its kin)."""

    key = "dossier_totals"
    title = "Biểu tổng hợp hồ sơ"
    code_field = "field"
    fields: tuple[Field, ...] = (
        Field(
            "field",
            FieldKind.TEXT,
            "Lĩnh vực",
            required=True,
            synonyms=("linh vuc cong viec", "linh vuc giai quyet"),
        ),
        Field("received", FieldKind.COUNT, "Tiếp nhận / Tổng số", required=True),
        Field("received_online", FieldKind.COUNT, "Trực tuyến"),
        Field("received_direct", FieldKind.COUNT, "Trực tiếp, dịch vụ bưu chính"),
        Field("carried", FieldKind.COUNT, "Từ kỳ trước"),
        Field("solved", FieldKind.COUNT, "Đã giải quyết / Tổng số"),
        Field("solved_early", FieldKind.COUNT, "Đã giải quyết / Trước hạn"),
        Field("solved_on_time", FieldKind.COUNT, "Đã giải quyết / Đúng hạn"),
        Field("solved_late", FieldKind.COUNT, "Đã giải quyết / Quá hạn"),
        Field("running", FieldKind.COUNT, "Đang giải quyết / Tổng số"),
        Field("running_within", FieldKind.COUNT, "Đang giải quyết / Trong hạn"),
        Field("running_late", FieldKind.COUNT, "Đang giải quyết / Quá hạn"),
    )


class UnitTotalsRegister(Totals):
    """One row a unit: all its dossiers together, as the system above puts its units beside each other."""

    key = "unit_totals"
    title = "Biểu tổng hợp theo đơn vị"
    code_field = "unit"
    fields: tuple[Field, ...] = (
        Field("unit", FieldKind.TEXT, "Đơn vị", required=True, synonyms=("ten don vi",)),
        Field(
            "received",
            FieldKind.COUNT,
            "Tiếp nhận / Trong kỳ",
            required=True,
            synonyms=("tiep nhan trong ky", "tiep nhan moi"),
        ),
        Field(
            "carried", FieldKind.COUNT, "Tiếp nhận / Kỳ trước chuyển sang", synonyms=("ky truoc chuyen sang",)
        ),
        Field("solved", FieldKind.COUNT, "Đã giải quyết / Tổng số"),
        Field("solved_in_time", FieldKind.COUNT, "Đã giải quyết / Đúng và trước hạn"),
        Field("solved_late", FieldKind.COUNT, "Đã giải quyết / Quá hạn"),
        Field("running_within", FieldKind.COUNT, "Đang giải quyết / Trong hạn"),
        Field("running_late", FieldKind.COUNT, "Đang giải quyết / Quá hạn"),
    )


class CertificationTotalsRegister(Totals):
    """One row a unit: its certifications, copies in "bản", signatures and contracts in "việc" (07a/BTP)."""

    key = "certification_totals"
    title = "Biểu tổng hợp chứng thực"
    code_field = "unit"
    fields: tuple[Field, ...] = (
        Field("unit", FieldKind.TEXT, "Tên đơn vị", required=True, synonyms=("don vi",)),
        Field("copies", FieldKind.COUNT, "Chứng thực bản sao (bản)", required=True),
        Field("signatures", FieldKind.COUNT, "Chứng thực chữ ký (việc)"),
        Field("contracts", FieldKind.COUNT, "Chứng thực hợp đồng, giao dịch (việc)"),
    )


TOTALS: tuple[Register, ...] = (TotalsRegister(), UnitTotalsRegister(), CertificationTotalsRegister())
REGISTERS: tuple[Register, ...] = (DossierRegister(), *TOTALS)
