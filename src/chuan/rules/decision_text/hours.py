"""Round the clock, or all of twenty-four: "trực 24/24" is hours, "24/24 tổ dân phố" a part of a whole."""

from __future__ import annotations

_WATCH = (
    r"(?<!\w)(?:trực(?:\s+(?:ban|chiến))?|suốt|liên\s+tục|hoạt\s+động|mở\s+cửa|phục\s+vụ|tiếp\s+nhận)\s+"
    r"(?:suốt\s+)?"
)
"""Words after which 24/24 says how long."""
_ALL = r"\s*[(,;:]?\s*(?:đạt|bằng|chiếm|tỷ\s+lệ|=|\s)*100\s*%"
"""24/24 with its rate beside it is a part of a whole."""


def round_the_clock(counted: str) -> str:
    """A pattern for hours; ``counted`` is one for the things that are counted, which make it a part of a whole."""
    return (
        rf"{_WATCH}24\s*h?\s*/\s*(?:24|7)(?!\d)|(?<!\d)24\s*h\s*/\s*(?:24|7)(?!\d)"
        rf"|(?<![\d.,/])24\s*/\s*(?:7(?![\d.,])|24\s*(?:giờ|h)(?!\w)|24(?![\d.,]*\d)(?!\s*(?:{counted})(?!\w))(?!{_ALL}))"
    )
