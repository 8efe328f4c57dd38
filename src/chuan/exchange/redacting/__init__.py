"""Parts of a page covered for ever: a copy made of pictures, in which what was covered does not exist.

    page_to_mark(data, name=code, page=1).png              # areas are fractions of exactly this picture
    words = read_words(data, name=code)                    # what tesseract reads on these same pictures
    propose(words, ["Nguyễn Văn An", "0912 345 678"])      # areas for a person to look at
    copy = redact(data, [Area(1, (0.1, 0.2, 0.5, 0.25))], name=code)
    copy.pdf, copy.pages, copy.areas_digest

What is marked, what is read and what is covered is one drawing. No byte of the original reaches the copy; nothing
is written to a disk. ``name`` comes back in refusals only: give a code where the file's name may tell a person.
"""

from chuan.exchange.redacting.areas import MARGIN, Area, Widened, digest_of
from chuan.exchange.redacting.copying import LIMITS, Redacted, redact
from chuan.exchange.redacting.drawing import MOST_PAGES
from chuan.exchange.redacting.proposing import Proposed, propose
from chuan.exchange.redacting.showing import ToMark, page_to_mark, read_words, read_words_of

__all__ = [
    "LIMITS",
    "MARGIN",
    "MOST_PAGES",
    "Area",
    "Proposed",
    "Redacted",
    "ToMark",
    "Widened",
    "digest_of",
    "page_to_mark",
    "propose",
    "read_words",
    "read_words_of",
    "redact",
]
