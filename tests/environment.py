"""Loaded before anything else of a test run (``-p tests.environment``): settings read these when they are imported."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("CHUAN_DATA", tempfile.mkdtemp(prefix="chuan-tests-"))
os.environ.setdefault("CHUAN_SECRET_KEY", "tests-only")

if (
    "CHUAN_TESTS_PREPARED" not in os.environ
):  # shared by this process and the workers it starts (tests/prepared.py)
    _shared = os.environ["CHUAN_TESTS_PREPARED"] = tempfile.mkdtemp(prefix="chuan-prepared-")
    atexit.register(shutil.rmtree, _shared, ignore_errors=True)
