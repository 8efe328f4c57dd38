"""Papers that are pictures: read through tesseract where it is installed, marked as read from a picture.

    scans.installed()                      # "5.3.0", or None
    paper = scans.extract(data, name="quet.pdf")
    paper.seen_pages, paper.seen_words     # what was read from a picture, where, and how sure

The bytes that came in stay as they are: nothing here writes into them.
"""

from chuan.exchange.scans.programme import installed, missing, speaks_vietnamese
from chuan.exchange.scans.reading import (
    AT_ONCE,
    MOST_PAGES,
    extract,
    extract_ends,
    pages_to_read,
    picture_type,
)
from chuan.exchange.scans.showing import page_picture

__all__ = [
    "AT_ONCE",
    "MOST_PAGES",
    "extract",
    "extract_ends",
    "installed",
    "missing",
    "page_picture",
    "pages_to_read",
    "picture_type",
    "speaks_vietnamese",
]
