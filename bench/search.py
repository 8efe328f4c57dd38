"""Searching 100,000 invented documents of one ward: rare words, very common ones, words still being typed."""

from __future__ import annotations

import random
import sys
import time
import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from bench.databases import again_on_postgresql, django
from bench.saying import medians, say

DOCUMENTS = 100_000
LIMIT_MS = 100
UNIT = 1
WORDS = (60, 240)
"""Words of a text, from and to: most papers of a register are known by their subject and a page or two."""

_ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x"
_RIMES = (
    "a ai am an ang anh ao ay âm ân ây e em en eo ê êm ên i ia im in inh iên iêu o oa oan oi on ong ô ôi ôn ông ơ ơi "
    "ơn u ua ui un ung uyên ư ưa ưng ươi ươn ương á ác ách ái án áng ánh áo át áy ấn ấp ất ấy ắn ắt ế ết ệ ện í ích "
    "ít ó ói óc ố ốc ối ốn ống ớ ới ú úc út ứ ức à ài àm àn àng ành ào ày ầm ần ầu ầy ề ền ì ình ò òa òn ồ ồi ồn ồng "
    "ờ ời ù ùng ừ ừng ả ải ản ảng ảnh ảo ảy ẩm ẩn ể ển ỉ ỉnh ỏ ỏi ổ ổi ổng ở ởi ủ ủa ủng ử ửa ử ửi ạ ại ạn ạng ạnh ạt "
    "ạy ậm ận ập ật ậu ậy ẹ ẹp ệnh ị ịch ịnh ọ ọc ọi ọn ộ ộc ội ộn ộng ợ ợi ợp ụ ục ụng ự ực ựng"
)
EVERYWHERE = (
    "một", "ủy ban nhân dân", "căn cứ luật tổ chức chính quyền địa phương", "của", "và các", "về việc", "thực hiện",
    "chịu trách nhiệm thi hành", "theo quy định",
    "cộng hòa xã hội chủ nghĩa việt nam", "cửa hàng",
)  # fmt: skip
SOMETIMES = (
    "bộ phận một cửa",
    "thủ tục hành chính",
    "tiêm chủng mở rộng",
    "chứng thực bản sao",
    "hệ thống quản lý",
)
RARE = "lê lợi mười chín"
ASKED = {
    "một từ ở khắp nơi: của": "của ",
    "cụm ở khắp nơi: ủy ban nhân dân": "uy ban nhan dan",
    "hai từ thường, thành cụm ở một phần mười: mot cua": "mot cua",
    "hai từ thường, không bao giờ đi liền: cua uy": "cua uy",
    "cụm trong ngoặc không có ở đâu: “dân của”": '"dan cua"',
    "chữ đang gõ: th": "th",
    "chữ đang gõ sau từ thường: ban nh": "ban nh",
    "mười sáu từ": "can cu luat to chuc chinh quyen dia phuong cua va cac ve viec thuc hien",
    "số ký hiệu: 148/qd-ubnd": "148/qd-ubnd",
    "một con số: 148": "148",
    "từ hiếm": RARE,
    "không có gì: zzz xxx": "zzz xxx",
}
"""What is typed, by the name shown in the table."""


def main() -> None:
    """Fill, then ask; each search is a whole one: candidates, one page, the lines around the words."""
    where = django()
    from django.core.management import call_command

    from chuan.search.finding import find

    call_command("migrate", verbosity=0)
    _fill(where)
    for name, words in ASKED.items():
        found = find(words, unit_ids=[UNIT])
        taken = medians(lambda words=words: find(words, unit_ids=[UNIT]))
        count = f"{'hơn ' if found.more else ''}{found.total} kết quả"
        say(f"tìm {name}, {count} ({where})", taken.wall, "ms", LIMIT_MS, cpu=taken.cpu)
    again_on_postgresql("bench.search")


def _fill(where: str) -> None:
    from django.db import connection

    from chuan.search.entries import put
    from chuan.search.indexes import index_of
    from chuan.search.models import SearchEntry

    if SearchEntry.objects.exists():  # a folder filled before serves again, to look closer
        return
    started = time.perf_counter()
    put(_entries())
    index_of(connection).settle()
    taken = time.perf_counter() - started
    sys.stderr.write(f"{where}: {DOCUMENTS} văn bản trong {taken:.0f} s\n")
    say(f"đưa văn bản vào chỉ mục tìm, mỗi giây ({where})", DOCUMENTS / taken, "vb")


def _entries() -> Iterator[object]:
    from chuan.offers.search import Entry
    from chuan.offers.subjects import Subject

    chance = random.Random(4)  # invented, the same each time
    syllables = [onset + rime for onset in _ONSETS.split() for rime in _RIMES.split()]
    weights = [1 / (place + 20) for place in range(len(syllables))]
    chance.shuffle(syllables)
    for number in range(DOCUMENTS):
        words = chance.choices(syllables, weights, k=chance.randint(*WORDS))
        words[10:10] = EVERYWHERE
        words.insert(chance.randint(0, len(words)), chance.choice(SOMETIMES * 2 + EVERYWHERE))
        if number % 20_000 == 7:
            words.append(RARE)
        title = f"Về việc {' '.join(chance.choices(syllables, weights, k=14))} của Ủy ban nhân dân phường"
        yield Entry(
            Subject("document", uuid.UUID(int=number)), UNIT, title, (f"{number % 900 + 1}/QĐ-UBND",),
            " ".join(words), date(2010, 1, 1) + timedelta(days=number // 20),
        )  # fmt: skip


if __name__ == "__main__":
    main()
