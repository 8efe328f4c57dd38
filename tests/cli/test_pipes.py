"""The command line in a pipe and under a bare locale."""

from __future__ import annotations

import os
import subprocess

from tests.serving.running import CHUAN, ROOT

REFERENCE = ROOT / "examples" / "bac-hong-2021" / "quyet-dinh.md"


def test_a_reader_who_has_seen_enough_is_no_error():
    reading = subprocess.Popen(
        [str(CHUAN), "read", str(REFERENCE), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert reading.stdout
    reading.stdout.close()
    _, said = reading.communicate(timeout=60)
    assert (reading.returncode, said) == (0, b"")


def test_vietnamese_comes_out_whole_where_the_locale_knows_only_ascii():
    env = os.environ | {
        "LC_ALL": "POSIX",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    done = subprocess.run([str(CHUAN), "read", str(REFERENCE)], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Nguyễn Viết Khanh" in done.stdout.decode()
