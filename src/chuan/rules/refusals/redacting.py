"""Refusals about covering parts of a page."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals.refused import Refused


@dataclass(kw_only=True, eq=False)
class NoAreas(Refused):
    """A copy was asked for and nothing was marked; it would show everything."""

    what = "Chưa đánh dấu vùng nào cần che."
    do = "Kéo khung lên họ tên, địa chỉ và chữ cần che; nếu tệp không có gì cần che thì xác nhận rõ như vậy."


@dataclass(kw_only=True, eq=False)
class AreasTooMany(Refused):
    """More areas than a hand marks."""

    what = "Có quá {limit} vùng cần che trong một tệp."
    do = "Gộp các vùng gần nhau thành khung lớn hơn, hoặc che cả trang."
    limit: int


@dataclass(kw_only=True, eq=False)
class AreaUnreadable(Refused):
    """A number of the area is none: not finite, or the page is below 1."""

    what = "Có vùng che ghi sai vị trí nên không biết che chỗ nào."
    do = "Xoá vùng đó rồi đánh dấu lại trên trang."


@dataclass(kw_only=True, eq=False)
class AreaEmpty(Refused):
    """An area without width or height."""

    what = "Có vùng che ở trang {page} không có bề rộng hoặc bề cao."
    do = "Xoá vùng đó rồi kéo lại một khung phủ kín chữ cần che."
    page: int


@dataclass(kw_only=True, eq=False)
class AreaOutside(Refused):
    """An area of which no part lies on its page."""

    what = "Có vùng che nằm hẳn ra ngoài trang {page}."
    do = "Xoá vùng đó rồi đánh dấu lại trong khuôn trang."
    page: int


@dataclass(kw_only=True, eq=False)
class AreaPageMissing(Refused):
    """An area on a page that the file does not have."""

    what = "Có vùng che ở trang {page} mà tệp chỉ có {pages} trang."
    do = "Kiểm tra xem có chọn nhầm tệp không, rồi đánh dấu lại."
    page: int
    pages: int


@dataclass(kw_only=True, eq=False)
class TooLongToCover(Refused):
    """More pages than are drawn in one go."""

    what = "Tệp có {pages} trang, mỗi lần chỉ che được {limit} trang."
    do = "Tách tệp thành từng phần rồi che từng phần."
    pages: int
    limit: int


@dataclass(kw_only=True, eq=False)
class TooSlowToCover(Refused):
    """Drawing did not end in time."""

    what = "Vẽ lại tệp “{name}” quá {seconds} giây mà chưa xong nên đã dừng, chưa có bản che nào được tạo."
    do = "Tách tệp thành từng phần ít trang hơn rồi che từng phần."
    name: str
    seconds: int


@dataclass(kw_only=True, eq=False)
class CopyTooBig(Refused):
    """The copy would weigh more than is kept."""

    what = "Bản che nặng quá {limit} MB."
    do = "Tách tệp thành từng phần ít trang hơn rồi che từng phần."
    limit: int


@dataclass(kw_only=True, eq=False)
class PictureNotDrawn(Refused):
    """A picture stored in a way that is not drawn here, or of which nothing could be seen."""

    what = "Ảnh “{name}” lưu theo kiểu chưa vẽ lại được nên chưa che được."
    do = "Mở ảnh, lưu thành JPEG, PNG thường hoặc PDF rồi nạp lại."
    name: str
