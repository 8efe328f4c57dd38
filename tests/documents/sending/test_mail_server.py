"""A mail server that shows a certificate nobody vouches for."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from chuan.documents.mail_running import over_smtp


@pytest.fixture
def port(tmp_path: Path):
    """A server of TLS with a certificate of our own making; it answers one caller."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_own(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(10)
        thread = threading.Thread(target=_answer, args=(listening, context), daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(10)


def _own(folder: Path) -> Path:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
    kept = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path = folder / "server.pem"
    signed = made.add_extension(here, critical=True).sign(key, hashes.SHA256())
    path.write_bytes(key.private_bytes(*kept) + signed.public_bytes(kept[0]))
    return path


def _answer(listening: socket.socket, context: ssl.SSLContext) -> None:
    try:
        with listening.accept()[0] as plain, context.wrap_socket(plain, server_side=True) as safe:
            safe.sendall(b"220 thu\r\n")
    except OSError:
        return


def test_a_server_whose_certificate_nobody_vouches_for_gets_no_letter(port: int, settings):
    settings.MAIL = settings.MAIL | {
        "host": "127.0.0.1",
        "port": port,
        "security": "ssl",
        "user": "a",
        "password": "b",
    }
    with pytest.raises(ssl.SSLCertVerificationError):
        over_smtp(EmailMessage())
