"""The player and what a user would pick instead: how each is told to show photos full-screen."""
import html
import os
import pathlib
import shutil
import subprocess

from screen import SIZE

ROOT = pathlib.Path(__file__).resolve().parents[3]
FADE = 0.8
FOR_EVER = 3600


class Order:
    """What to play: photos, seconds from change to change, and whether one fades into the next where a player can."""

    def __init__(self, photos, seconds, fades=True):
        self.photos, self.seconds, self.fades = photos, seconds, fades


class Player:
    binary = name = packages = ""
    fades, cuts = False, True  # From photo to photo.

    def __init__(self, work):
        self.work = work / self.name
        self.work.mkdir(parents=True, exist_ok=True)

    def is_there(self):
        return shutil.which(self.binary) is not None

    def command(self, order):
        raise NotImplementedError

    def start(self, order, display):
        environment = os.environ | {"DISPLAY": display, "HOME": str(self.work),
                                    "XDG_STATE_HOME": str(self.work / "state"), "XDG_RUNTIME_DIR": str(self.work),
                                    "SDL_VIDEODRIVER": "x11", "LC_ALL": "C.UTF-8"}
        command = self.command(order)
        with open(self.work / "log.txt", "w", encoding="utf-8") as log:
            return subprocess.Popen([str(part) for part in command], stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                                    env=environment, start_new_session=True)


class Lobby(Player):
    """Photos alternate between news with a headline and photos with a caption; the strip with the clock is over all."""
    name, fades = "lobby-player", True

    def __init__(self, work, binary):
        super().__init__(work)
        self.binary = binary
        self.report = self.work / "report.json"

    def is_there(self):
        return os.access(self.binary, os.X_OK)

    def command(self, order):
        show = self.work / "show"
        shutil.rmtree(show, ignore_errors=True)
        (show / "photos").mkdir(parents=True)
        items = ""
        for number, photo in enumerate(order.photos):
            if number % 2 == 0:
                items += (f"<item><guid>{number}</guid><title>{html.escape(title(number))}</title>"
                          f"<pubDate>Fri, 20 Nov 2026 {23 - number // 60:02}:{59 - number % 60:02}:00 +0700</pubDate>"
                          f"<enclosure url='{photo}' length='0' type='image/jpeg'/></item>")
                continue
            here = show / "photos" / f"{number:03}.jpg"
            os.link(photo, here)
            here.with_suffix(".txt").write_text(caption(number) + "\n", encoding="utf-8")
        (show / "news.xml").write_text("<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>"
                                       f"<title>Tin tức</title>{items}</channel></rss>", encoding="utf-8")
        dwell = order.seconds if order.seconds >= FOR_EVER or not order.fades else order.seconds - FADE
        config = show / "config.yaml"
        config.write_text(
            "organisation: Sở Văn hóa, Thể thao và Du lịch tỉnh Vân Lam\n"
            "sources:\n  - {name: Tin tức, feed: news.xml, keep: 500, articles: false}\n"
            "  - {name: Ảnh, photos: photos}\n"
            "playlist: [{headlines: 1}, {photos: 1}]\n"
            f"dwell: {{fixed: {dwell:.1f}s}}\n"
            f"movement: {{transition: {'fade' if order.fades else 'none'}, duration: {FADE * 1000:.0f}ms}}\n",
            encoding="utf-8")
        return [self.binary, "run", "--config", config, "--report", self.report]


class Feh(Player):
    name = binary = packages = "feh"

    def command(self, order):
        return ["feh", "--fullscreen", "--zoom", "fill", "--hide-pointer", "--no-menus",
                "--slideshow-delay", order.seconds, *order.photos]


class Imv(Player):
    name = packages = "imv"
    binary = "imv-x11"

    def command(self, order):
        # Its own full-screen mode needs a window manager.
        config = self.work / ".config/imv/config"
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(f"[options]\nwidth = {SIZE[0]}\nheight = {SIZE[1]}\nscaling_mode = crop\n")
        return ["imv-x11", "-t", order.seconds, *order.photos]


class Mpv(Player):
    name = binary = packages = "mpv"

    def command(self, order):
        return ["mpv", "--no-config", "--vo=x11", "--fs", "--geometry=1920x1080+0+0", "--panscan=1", "--no-osc",
                "--no-terminal", "--loop-playlist=inf", f"--image-display-duration={order.seconds}", *order.photos]


class Chromium(Player):
    """A page of our own, with the same texts and a clock, fades by CSS."""
    name = binary = packages = "chromium"
    fades, cuts = True, False

    def command(self, order):
        page = self.work / "show.html"
        slides = [{"photo": photo.as_uri(), "text": caption(number) if number % 2 else title(number)}
                  for number, photo in enumerate(order.photos)]
        template = (ROOT / "tests/bench/beside/show.html").read_text(encoding="utf-8")
        filled = template.replace("SLIDES", str(slides)).replace("SECONDS", str(order.seconds))
        page.write_text(filled, encoding="utf-8")
        # In software, as the others here: measured cheaper than its own choice where there is no GPU.
        return ["chromium", "--kiosk", "--disable-gpu", "--no-first-run", "--disable-component-update",
                "--window-position=0,0", "--window-size=1920,1080", f"--user-data-dir={self.work / 'profile'}",
                *(["--no-sandbox"] if os.geteuid() == 0 else []), page.as_uri()]


def title(number):
    return f"Khánh thành cầu nối đôi bờ sông Vân sau hai năm thi công, gói thầu số {number}"


def caption(number):
    return f"Bà con xã Nậm Mây gặt lúa nếp nương, ảnh số {number}"


def players(work, binary):
    return [Lobby(work, binary), Feh(work), Imv(work), Mpv(work), Chromium(work)]
