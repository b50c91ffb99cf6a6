"""A service that answers as no service should: every manner is a function that writes to an open connection."""

import gzip
import json
import socket
import socketserver
import threading
import time
import zlib

KEY = "canary-hostile-9f3e1c"
ATHLETE = {"id": "i1", "name": "A", "timezone": "UTC", "sportSettings": [{"types": ["Ride"], "ftp": 250}]}
EVENT = {"id": 7, "category": "WORKOUT", "type": "Ride", "name": "n", "start_date_local": "2027-01-05T00:00:00"}
ESCAPE = "\x1b[2J\x1b]0;owned\x07"


def reply(out, body, status="200 OK", headers=(), length=None):
    """One whole answer, with whatever length it is said to have."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    said = len(data) if length is None else length
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/json", f"Content-Length: {said}", *headers]
    out.sendall("\r\n".join(lines).encode() + b"\r\nConnection: close\r\n\r\n" + data)


def raw(out, head, body=b""):
    out.sendall(head.encode("latin-1").replace(b"\n", b"\r\n") + b"\r\n\r\n" + body)


def endless(out, _):
    raw(out, "HTTP/1.1 200 OK\nContent-Type: application/json\nConnection: close")
    out.sendall(b"[")
    while True:
        out.sendall(b'"' + b"x" * 65536 + b'",')


def endless_chunks(out, _):
    raw(out, "HTTP/1.1 200 OK\nContent-Type: application/json\nTransfer-Encoding: chunked")
    while True:
        out.sendall(b"10000\r\n" + b"[" * 65536 + b"\r\n")


def packed_blanks(megabytes):
    """Many megabytes as a few hundred kilobytes, made without ever holding them."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([packer.compress(b" " * 1_000_000) for _ in range(megabytes)]) + packer.flush()


BOMB = packed_blanks(600)


def bomb(out, _):
    reply(out, BOMB, headers=["Content-Encoding: gzip"])


def endless_headers(out, _):
    out.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        out.sendall(b"X-Filler: " + b"y" * 8000 + b"\r\n")


def endless_informational(out, _):
    for _ in range(1000):
        out.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")


def drip(out, _):
    data = json.dumps([EVENT]).encode()
    raw(out, f"HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: {len(data)}\nConnection: close")
    for start in range(0, len(data), 16):
        out.sendall(data[start : start + 16])
        time.sleep(0.1)


def silent(out, _):
    time.sleep(45)


def body(value, **more):
    return lambda out, _: reply(out, value, **more)


def head(text, data=b""):
    return lambda out, _: raw(out, text, data)


def redirect(place, status="302 Found"):
    return lambda out, owner: reply(out, b"", status=status, headers=[f"Location: {place(owner)}"])


def nested(opening, closing, depth):
    return (opening * depth + "1" + closing * depth).encode()


# Statuses that each manner may end a read with; None stands for 1 alone.
MANNERS = {
    "empty": (body(b""), None),
    "web-page": (body(b"<html><title>Just a moment</title></html>"), None),
    "not-json": (body(b"\x00\xff\xfe\x00 no json"), None),
    "cut-json": (body(b'[{"id": 7, "category": "WOR'), None),
    "two-values": (body(b"[] []"), None),
    "text": (body("a text"), None),
    "number": (body(7), None),
    "null": (body(b"null"), None),
    "list-of-nulls": (body([None, None]), None),
    "list-of-lists": (body([[[]], []]), None),
    "wrong-types": (body([dict(EVENT, id={"a": 1}, start_date_local=[1], name=7)]), (0, 1)),
    "wrong-date": (body([dict(EVENT, start_date_local="2027-99-99T99:99:99", id="i")]), (0, 1)),
    "huge-numbers": (body(b'[{"id": 1e400, "name": "n", "icu_training_load": 99999999999999999999999}]'), (0, 1)),
    "endless-number": (body(b"[" + b"9" * 300_000 + b"]"), None),
    "deep-lists": (body(nested("[", "]", 100_000)), None),
    "deep-objects": (body(nested('{"a":', "}", 100_000)), None),
    "surrogates": (body(b'[{"id": 7, "name": "\\ud800", "start_date_local": "2027-01-05"}]'), (0, 1)),
    "bad-utf8": (body(b'[{"id": "7", "name": "\xff\xc0", "start_date_local": "2027-01-05T00:00:00"}]'), (0, 1)),
    "length-too-long": (body(b"[]", length=5000), None),
    "length-too-short": (body(b'[{"id": 7}, {"id": 8}]', length=9), None),
    "length-huge": (body(b"[]", length=10**15), None),
    "length-beyond-numbers": (body(b"[]", length=10**40), (0, 1)),
    "length-negative": (body(b"[]", length=-1), (0, 1)),
    "length-a-word": (body(b"[]", length="many"), (0, 1)),
    "two-lengths": (body(b"[]", headers=["Content-Length: 900"]), (0, 1)),
    "no-gzip": (body(b"[]", headers=["Content-Encoding: gzip"]), None),
    "cut-gzip": (body(gzip.compress(b"[]" * 500)[:-9], headers=["Content-Encoding: gzip"]), None),
    "gzip-bomb": (bomb, None),
    "bad-chunks": (head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"zz\r\n[]\r\n"), None),
    "cut-chunks": (head("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"5\r\n[]"), None),
    "endless": (endless, None),
    "endless-chunks": (endless_chunks, None),
    "endless-headers": (endless_headers, None),
    "endless-hints": (endless_informational, None),
    "drip": (drip, (0, 1)),
    "hang-up": (lambda out, _: None, None),
    "no-http": (lambda out, _: out.sendall(b"SSH-2.0-OpenSSH_9.6\r\n" * 3), None),
    "status-word": (head("HTTP/1.1 OK\nContent-Length: 2", b"[]"), None),
    "status-999": (body(b"{}", status="999 Odd"), None),
    "status-100": (body(b"[]", status="100 Continue"), None),
    "no-content": (head("HTTP/1.1 204 No Content"), None),
    "teapot": (body({"error": ["a", {"b": 1}]}, status="418 T"), None),
    "escapes": (body({"error": f"{ESCAPE}\u202egnp.exe\n\nplan: all went well"}, status="422 X"), None),
    "echo": (body({"error": f"your key {KEY} is bad"}, status="403 X"), None),
    "long-error": (body({"error": "e" * 5_000_000}, status="400 X"), None),
    "circle": (redirect(lambda owner: f"http://127.0.0.1:{owner.port}/api/v1/again"), None),
    "elsewhere": (redirect(lambda owner: f"http://127.0.0.1:{owner.other.port}/api/v1/caught"), None),
    "elsewhere-307": (redirect(lambda owner: f"http://127.0.0.1:{owner.other.port}/api/v1/caught", "307 T"), None),
    "other-name": (redirect(lambda owner: f"http://localhost:{owner.port}/api/v1/caught"), None),
    "to-a-file": (redirect(lambda owner: "file:///etc/passwd"), None),
    "to-nowhere": (redirect(lambda owner: "http://[::zz]:99999/%%%"), None),
}


class Hostile:
    """The service: good until told otherwise. `manners` maps a word of `METHOD path` to the manner that answers it."""

    def __init__(self, manners, answers=None, other=None):
        self.manners, self.answers, self.other = manners, answers or {}, other
        self.requests, self.with_key = [], 0
        owner = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                try:
                    owner.serve(self.request)
                except (OSError, ValueError):
                    pass

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address, daemon_threads, request_queue_size = True, True, 64

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]

    def serve(self, connection):
        connection.settimeout(60)
        data = b""
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65536)
            if not piece:
                return
            data += piece
        head, rest = data.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        method, path = lines[0].split(" ")[:2]
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        while len(rest) < int(headers.get("content-length", 0)):
            rest += connection.recv(65536)
        self.requests.append(f"{method} {path}")
        self.with_key += "authorization" in headers
        for word, manner in self.manners.items():
            if word in f"{method} {path}":
                manner(connection, self)
                break
        else:
            reply(connection, self.good(method, path))
        try:
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def good(self, method, path):
        for word, value in self.answers.items():
            if word in f"{method} {path}":
                return value
        return []

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
