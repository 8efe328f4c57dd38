"""The words of small invented resolutions; nothing of the house is needed to write them."""

from __future__ import annotations

INCOME = "Thu nhập bình quân đầu người đạt {} triệu đồng/người/năm trở lên."
REVENUE = "Tổng thu ngân sách nhà nước trên địa bàn đạt {} triệu đồng trở lên."
WASTE = "Tỷ lệ rác thải sinh hoạt được thu gom đạt 98 % trở lên."
LINES = (INCOME.format(66), REVENUE.format("8.550"), WASTE)


def head(
    *, number: str = "45/NQ-HĐND", issuer: str = "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG BẮC HỒNG", year: int = 2021,
    day: str = "22 tháng 12 năm 2020", kind: str = "NGHỊ QUYẾT",
) -> list[str]:  # fmt: skip
    """The head of a paper, line by line."""
    return [
        *issuer.split("\n"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", f"Số: {number}",
        f"Bắc Hồng, ngày {day}", kind, f"Về nhiệm vụ phát triển kinh tế - xã hội năm {year}",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", "QUYẾT NGHỊ:",
    ]  # fmt: skip


def resolution(*lines: str, **about: object) -> str:
    """A paper as plain text."""
    return "\n".join([*head(**about), *(f"{n}. {line}" for n, line in enumerate(lines or LINES, start=1))])  # type: ignore[arg-type]
