"""A portal on the loopback of this machine, which the guest sees at http://10.0.2.100/. What visitors see of its feed
stays the same; its bytes are others at each request, so that the player has something to write."""
import http.server
import pathlib
import shutil
import threading

DEMO = pathlib.Path(__file__).resolve().parents[2] / "deploy/demo"
CONFIG = """organisation: Cổng thông tin tỉnh Vân Lam
sources:
  - {{name: Tin tức, feed: {feed}, every: 10s, articles: false}}
playlist: [headlines, headline-list]
dwell: {{fixed: 6s}}
"""
REMOTE = CONFIG.format(feed="http://10.0.2.100/news.xml")
UNREACHABLE = "/root/portal/remote.yaml"  # The same, from where the portal cannot be reached.


class Portal:
    def __init__(self):
        self.feed = (DEMO / "news.xml").read_text().replace("Vịnh Bình Minh", "Vịnh Hoàng Hôn")
        self.asked = 0
        self.files = {}  # What is published besides: bytes by path.
        portal = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = portal.answer(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Length", str(len(body or b"")))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        self.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def answer(self, path):
        if path == "/news.xml":
            self.asked += 1
            return (self.feed + f"<!-- {self.asked} -->\n").encode()
        if path in self.files:
            return self.files[path]
        file = DEMO / "photos" / pathlib.PurePath(path).name
        return file.read_bytes() if file.is_file() else None

    def lay_out(self, root):
        """The same content as files below a root, for the pictures to compare with; the path of its config there."""
        folder = pathlib.Path(root) / "root/portal"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(DEMO / "photos", folder / "photos")
        (folder / "news.xml").write_text(self.feed)
        (folder / "config.yaml").write_text(CONFIG.format(feed="news.xml"))
        (folder / "remote.yaml").write_text(REMOTE)
        return "/root/portal/config.yaml"
