"""How a stand-in of the service speaks HTTP, and how it breaks when it is told to."""

import base64
import gzip
import http.server
import json
import threading
import urllib.parse


class Handler(http.server.BaseHTTPRequestHandler):
    """One connection to a stand-in."""

    protocol_version = "HTTP/1.1"
    stand_in = None

    def log_message(self, *_):
        pass

    def _serve(self):
        stand_in, method = self.stand_in, self.command
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query, keep_blank_values=True))
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = json.loads(raw) if raw else None
        self._look_at_headers(raw)
        if not self._is_known():
            stand_in.note(method, url.path, query, body)
            return self._reply(401, json.dumps({"status": 401, "error": "Auth failed"}).encode())
        fault = stand_in.fault_for(method, url.path)
        if fault is None:
            status, value = stand_in.answer(method, url.path, query, body)
            if getattr(stand_in, "watch", None):
                stand_in.watch()
            return self._reply(status, json.dumps(value).encode())
        if fault.kind in ("cut-after", "truncate", "half", "html-after"):
            written = body[: len(body) // 2] if fault.kind == "half" else body
            status, value = stand_in.answer(method, url.path, query, written)
        else:
            stand_in.note(method, url.path, query, body)
        if fault.kind.startswith("cut"):
            self.close_connection = True
            self.connection.shutdown(2)
        elif fault.kind == "truncate":
            text = json.dumps(value).encode()
            self._reply(200, text[: len(text) * 2 // 3])
        elif fault.kind == "raw":
            self._reply(fault.details.get("status", 200), fault.details["text"].encode())
        elif fault.kind.startswith("html"):
            self._reply(200, b"<html><body>Just a moment...</body></html>", "text/html")
        else:
            status = fault.details.get("status", 500)
            message = fault.details.get("message", "Something went wrong")
            self._reply(
                status, json.dumps({"status": status, "error": message}).encode(),
                headers=fault.details.get("headers"))

    do_GET = do_POST = do_PUT = do_DELETE = _serve

    def _is_known(self):
        expected = base64.b64encode(f"API_KEY:{self.stand_in.key}".encode()).decode()
        return self.headers.get("Authorization") == f"Basic {expected}"

    def _look_at_headers(self, raw):
        agent = self.headers.get("User-Agent") or ""
        if not agent.startswith("plan/"):
            self.stand_in.protest(f"User-Agent {agent!r}")
        if raw and not (self.headers.get("Content-Type") or "").startswith("application/json"):
            self.stand_in.protest("a body without its Content-Type")

    def _reply(self, status, data, media_type=None, headers=None):
        manner = self.stand_in.manner
        self.send_response(status)
        if manner.gzip and "gzip" in (self.headers.get("Accept-Encoding") or ""):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", media_type or manner.media_type)
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


class Listener:
    """A service that notes its requests and goes wrong where it is told to. Use it as a context: it listens on a free
    port of this machine inside of it."""

    def __init__(self, handler=Handler):
        self.requests = []  # (method, path, query, body)
        self.protests = []
        self.faults = []
        self._lock = threading.Lock()
        bound = type("Bound", (handler,), {"stand_in": self})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), bound)
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # a client that was killed

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    @property
    def base_url(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def fault_for(self, method, path):
        with self._lock:
            return next((fault for fault in self.faults if fault.fits(method, path)), None)

    def note(self, method, path, query, body):
        with self._lock:
            self.requests.append((method, path, query, body))

    def protest(self, text):
        self.protests.append(text)
