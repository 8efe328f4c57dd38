"""Files on their way out: saved and never shown in our name, under a name that cannot leave its header."""

from __future__ import annotations

from email.message import Message

import pytest

from chuan.ui.files import attachment


def test_a_file_is_saved_and_never_shown_in_our_name() -> None:
    """OWASP ASVS 5.0, 3.2.1: even one that a browser could run."""
    answer = attachment(b"<script>1</script>", "la.html", "text/html")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.content == b"<script>1</script>"


@pytest.mark.parametrize(
    "name",
    [
        "báo cáo quý 3.pdf",
        'a"; filename="b.exe',
        "a\\..\\b.pdf",
        "đơn 'khẩn'.docx",
        "100%.csv",
        "a;b=c.xlsx",
    ],
)
def test_no_name_of_a_file_leaves_its_place_in_the_header(name: str) -> None:
    """OWASP ASVS 5.0, 5.4.1 and 5.4.2 (RFC 6266, RFC 8187): what is read back is the name, and one name only."""
    header = attachment(b"x", name, "application/pdf").headers["Content-Disposition"]
    read = Message()
    read["Content-Disposition"] = header
    assert read.get_content_disposition() == "attachment"
    assert read.get_filename() == name
    assert {key for key, _value in read.get_params(header="content-disposition") or []} <= {
        "attachment",
        "filename",
    }


@pytest.mark.parametrize("name", ["a\r\nSet-Cookie: x=1.pdf", "a\nb.pdf", "\r\n\r\n<script>.html"])
def test_a_line_end_in_a_name_makes_no_second_header(name: str) -> None:
    answer = attachment(b"x", name, "application/pdf")
    assert "\r" not in answer.headers["Content-Disposition"]
    assert "\n" not in answer.headers["Content-Disposition"]
    assert "Set-Cookie" not in answer.headers
