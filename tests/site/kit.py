"""A site on the loopback and a screen that no one sees: what the scripts of this folder share."""
import hashlib
import http.server
import os
import pathlib
import socket
import struct
import subprocess
import threading
import zlib


class Site:
    """The files of a folder, each of which can be replaced by something that fails."""

    def __init__(self, folder):
        self.folder = folder
        self.port = 0
        self.altered = {}
        self.connections = []
        self.server = None
        self.start()

    def start(self):
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self):
                super().setup()
                site.connections.append(self.connection)

            def do_GET(self):
                site.answer(self)

            def log_message(self, *_):
                pass

        http.server.ThreadingHTTPServer.daemon_threads = True
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        for connection in self.connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # The player has closed it.
        self.connections.clear()

    def original(self, path):
        file = self.folder / path.lstrip("/")
        if file.is_dir():
            file = file / "index.html"
        return file.read_bytes() if file.is_file() else None

    def answer(self, request):
        body = self.altered.get(request.path) or self.original(request.path)
        if body is None:
            request.send_response(404)
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        etag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
        same = request.headers.get("If-None-Match") == etag
        kind = {".xml": "application/rss+xml", ".jpg": "image/jpeg", ".png": "image/png"}
        request.send_response(304 if same else 200)
        request.send_header("ETag", etag)
        if not same:
            suffix = pathlib.PurePath(request.path).suffix
            request.send_header("Content-Type", kind.get(suffix, "text/html; charset=utf-8"))
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        if not same:
            request.wfile.write(body)


class Screen:
    """An X server whose picture lies in a file."""

    def __init__(self, folder, size):
        read, write = os.pipe()
        self.folder = folder
        self.server = subprocess.Popen(
            ["Xvfb", "-noreset", "-displayfd", str(write), "-fbdir", str(folder), "-nolisten", "tcp",
             "-screen", "0", f"{size}x24"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        self.display = ":" + os.read(read, 16).decode().strip()

    def picture(self):
        """The screen as a PNG. Source of the layout: XWDFile.h of X11."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", data[:100])
        size, width, height, stride, colours = header[0], header[4], header[5], header[12], header[19]
        pixels = data[size + colours * 12:]
        rows = bytearray()
        for y in range(height):
            row = pixels[y * stride:y * stride + width * 4]
            rgb = bytearray(width * 3)
            rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
            rows += b"\0" + rgb
        def chunk(name, body):
            return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
                chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + chunk(b"IEND", b""))
