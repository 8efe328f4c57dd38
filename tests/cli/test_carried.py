"""A file that leaves the office and is checked elsewhere: both commands speak alike and end alike."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import pytest

from chuan import carried_cli, evidence_cli, figures_cli
from chuan.conformity.pack.refusals import PackOversized


@dataclass(frozen=True)
class Found:
    ok: bool
    sentences: tuple[str, ...]


def parser(module) -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(prog="chuan")
    module.arguments(found)
    return found


@pytest.mark.parametrize(
    ("module", "name", "more"),
    [(figures_cli, "export", ["--set", "ab12"]), (evidence_cli, "pack", ["--period", "2021"])],
)
def test_the_writing_verb_asks_where_to_and_as_whom(module, name: str, more: list[str]):
    given = parser(module).parse_args([name, "ra.tep", "--as", "vanphong", *more])
    assert (given.out, given.username) == ("ra.tep", "vanphong")
    assert given.run is module.make
    with pytest.raises(SystemExit):
        parser(module).parse_args([name, "ra.tep", *more])


@pytest.mark.parametrize("module", [figures_cli, evidence_cli])
def test_the_checking_verb_asks_for_nothing_but_the_file(module):
    given = parser(module).parse_args(["verify", "den.tep"])
    assert given.file == "den.tep"
    assert not hasattr(given, "username")


def test_a_whole_file_is_told_of_on_the_common_channel(capsys: pytest.CaptureFixture[str]):
    assert carried_cli.said(lambda: Found(True, ("Tệp còn nguyên.", "Của UBND phường"))) == 0
    assert capsys.readouterr() == ("Tệp còn nguyên.\nCủa UBND phường\n", "")


def test_a_broken_one_and_a_refused_one_end_with_two_and_say_why(capsys: pytest.CaptureFixture[str]):
    assert carried_cli.said(lambda: Found(False, ("Tệp đã bị sửa.",))) == 2

    def refused() -> Found:
        raise PackOversized(name="goi.zip")

    assert carried_cli.said(refused) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Tệp đã bị sửa." in told.err
    assert "goi.zip" in told.err


def test_the_moment_knows_its_zone():
    assert carried_cli.now().tzinfo is not None
