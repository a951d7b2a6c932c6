"""Encrypted servers are believed by the name that was asked for, not by the number that answered."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from vedette.sources.web import Fault, Unfetched, WebFetcher
from vedette.sources.web import fetcher as fetcher_module

NAME = "gate.example"


@dataclass(frozen=True)
class Encrypted:
    port: int
    certificate: Path


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Encrypted]:
    folder = tmp_path_factory.mktemp("tls")
    certificate = _made_certificate(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "4")
            self.end_headers()
            self.wfile.write(b"shut")

        def log_message(self, format: str, *args: object) -> None:
            """Keep the test's output clean."""

    class Server(ThreadingHTTPServer):
        def finish_request(self, request: object, client_address: object) -> None:
            with contextlib.suppress(OSError):  # a visitor that does not believe the certificate leaves
                super().finish_request(request, client_address)  # type: ignore[arg-type]

    server = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield Encrypted(server.server_port, certificate)
    server.shutdown()
    thread.join()
    server.server_close()


def _made_certificate(folder: Path) -> Path:
    pytest.importorskip("cryptography")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(pem, pkcs8, plain))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    return folder / "certificate.pem"


@pytest.fixture
def visitor() -> WebFetcher:
    return WebFetcher(timeout=5, allow=frozenset({NAME, "other.example"}), resolve=lambda host, port: ("127.0.0.1",))


def test_a_certificate_that_nobody_vouches_for_is_refused(encrypted: Encrypted, visitor: WebFetcher) -> None:
    with pytest.raises(Unfetched, match="cannot be trusted") as caught:
        visitor.get(f"https://{NAME}:{encrypted.port}/")
    assert caught.value.kind is Fault.TLS


def test_the_name_that_was_asked_for_is_checked(
    encrypted: Encrypted, visitor: WebFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust = ssl.create_default_context(cafile=str(encrypted.certificate))
    monkeypatch.setattr(fetcher_module, "_trusted", lambda: trust)
    assert visitor.get(f"https://{NAME}:{encrypted.port}/").body == b"shut"
    with pytest.raises(Unfetched, match=r"other\.example") as caught:
        visitor.get(f"https://other.example:{encrypted.port}/")
    assert caught.value.kind is Fault.TLS
