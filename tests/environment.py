"""Loaded before anything else of a test run (``-p tests.environment``): settings read these when they are imported."""

import os
import tempfile

os.environ.setdefault("CHUAN_DATA", tempfile.mkdtemp(prefix="chuan-tests-"))
os.environ.setdefault("CHUAN_SECRET_KEY", "tests-only")
