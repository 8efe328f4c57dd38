"""``chuan serve`` on an address it cannot have: a sentence, no trace of the machinery."""

from __future__ import annotations

import socket

import pytest

from chuan import cli
from chuan.serving import AddressTaken, refuse_taken


def test_a_taken_port_is_refused_with_the_way_out(capsys: pytest.CaptureFixture[str]):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)]) == 2
    said = capsys.readouterr()
    assert f"cổng {port}" in said.err
    assert "--port" in said.err
    assert said.out == "", "không hứa địa chỉ mà máy chủ không mở được"


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("203.0.113.7", 8000)])
def test_a_port_or_host_that_cannot_be_is_refused_too(host: str, port: int):
    with pytest.raises(AddressTaken):
        refuse_taken(host, port)


def test_a_free_port_passes_and_stays_free():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    refuse_taken("127.0.0.1", port)
    refuse_taken("127.0.0.1", port)
