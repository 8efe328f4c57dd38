"""Every reason to say no while the house is kept: backups, their return, a disk that takes no more."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.rules.refusals import Refused


@dataclass(kw_only=True, eq=False)
class FileStands(Refused):
    """A backup never writes over a file."""

    what = "Đã có tệp {path}."
    do = "Chọn tên khác; bản sao lưu không bao giờ ghi đè lên tệp đang có."
    path: str


@dataclass(kw_only=True, eq=False)
class FolderMissing(Refused):
    """The folder of the file does not exist."""

    what = "Không thấy thư mục {path}."
    do = "Cắm ổ đĩa hoặc tạo thư mục đó rồi chạy lại."
    path: str


@dataclass(kw_only=True, eq=False)
class RoomMissing(Refused):
    """The disk cannot take what is about to be written; nothing was begun."""

    what = "Ổ đĩa của {path} còn {free} MB, cần khoảng {needed} MB."
    do = "Dọn bớt hoặc chọn ổ khác rồi chạy lại; chưa có gì bị thay đổi."
    path: str
    free: int
    needed: int


@dataclass(kw_only=True, eq=False)
class BackupBroken(Refused):
    """The disk or the programme of the database gave up in the middle; the half file is gone again."""

    what = "Chưa sao lưu được ({why})."
    do = "Kiểm lại ổ đĩa và chỗ trống rồi chạy lại; tệp dở dang đã được bỏ, dữ liệu đang dùng không đổi."
    why: str


@dataclass(kw_only=True, eq=False)
class NothingToBackUp(Refused):
    """There is no database yet."""

    what = "Ở đây chưa có dữ liệu để sao lưu."
    do = "Kiểm lại CHUAN_DATA hoặc DATABASE_URL; nếu đây là lần đầu, chạy chuan init."


@dataclass(kw_only=True, eq=False)
class ProgrammeMissing(Refused):
    """A programme of the database's own is not installed."""

    what = "Máy này chưa có chương trình {name} của PostgreSQL."
    do = "Cài gói postgresql-client cùng phiên bản với máy chủ dữ liệu rồi chạy lại."
    name: str


@dataclass(kw_only=True, eq=False)
class NoArchive(Refused):
    """The file is something else."""

    what = "{path} không phải bản sao lưu của Chuẩn."
    do = "Chọn đúng tệp do lệnh chuan backup hoặc trang Hệ thống lập ra."
    path: str


@dataclass(kw_only=True, eq=False)
class ArchiveDamaged(Refused):
    """A byte differs from what was written, or the end is missing."""

    what = "Bản sao lưu {path} bị hỏng: {why}."
    do = "Chép lại từ nơi cất khác hoặc dùng bản của ngày khác; dữ liệu đang dùng không đổi."
    path: str
    why: str


@dataclass(kw_only=True, eq=False)
class ArchiveNewer(Refused):
    """Made by a version of the programme that knows more than this one."""

    what = "Bản sao lưu này do Chuẩn {version} lập, mới hơn bản đang cài."
    do = "Cài Chuẩn {version} trở lên rồi phục hồi lại; dữ liệu đang dùng không đổi."
    version: str


@dataclass(kw_only=True, eq=False)
class OtherDatabase(Refused):
    """An archive goes back into the kind of database it came from."""

    what = "Bản sao lưu này của {theirs}, ở đây đang dùng {ours}."
    do = "Đặt DATABASE_URL đúng loại cơ sở dữ liệu của bản sao lưu rồi chạy lại."
    theirs: str
    ours: str


@dataclass(kw_only=True, eq=False)
class HouseNotEmpty(Refused):
    """There is a unit's data where the archive should go."""

    what = "Ở đây đã có dữ liệu của {unit}."
    do = "Phục hồi vào nơi trống (đặt CHUAN_DATA khác), hoặc thêm --replace: dữ liệu đang có được cất riêng, không xóa."
    unit: str


@dataclass(kw_only=True, eq=False)
class HouseRunning(Refused):
    """The server works on the data that would be replaced."""

    what = "Chuẩn đang chạy trên dữ liệu này."
    do = "Dừng chuan serve rồi phục hồi lại."


@dataclass(kw_only=True, eq=False)
class RestoreBroken(Refused):
    """Something gave up in the middle; what stood before stands again."""

    what = "Chưa phục hồi được ({why})."
    do = "Kiểm lại ổ đĩa và máy chủ dữ liệu rồi chạy lại; dữ liệu có trước đó vẫn như cũ."
    why: str


@dataclass(kw_only=True, eq=False)
class RestoredDiffers(Refused):
    """What came back is not what was put away."""

    what = "Dữ liệu phục hồi không khớp với bản kê trong bản sao lưu: {why}."
    do = "Dùng bản sao lưu của ngày khác và báo người phát triển; dữ liệu có trước đó vẫn như cũ."
    why: str


@dataclass(kw_only=True, eq=False)
class KeysUnreadable(Refused):
    """The file given as keys holds none."""

    what = "{path} không phải tệp khóa của Chuẩn."
    do = "Chọn tệp do chuan backup --keys lập ra; nếu không còn, phục hồi không kèm --keys."
    path: str


@dataclass(kw_only=True, eq=False)
class BackupRuns(Refused):
    """One at a time."""

    what = "Đang có một lượt sao lưu chưa xong."
    do = "Đợi lượt đó xong rồi làm lại."


@dataclass(kw_only=True, eq=False)
class SecondPlaceAway(Refused):
    """The stick or the share that takes the second copy is not there."""

    what = "Không thấy nơi cất thứ hai {path}."
    do = "Cắm lại ổ đĩa hoặc mở lại thư mục chia sẻ; lượt sao lưu sau sẽ tự chép thêm."
    path: str
