"""Plays few items and very many in turn; see tests/bench/items."""
import argparse
import html
import json
import os
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

import processes
import report
from measure import PATIENCE, Run
from photos import make_photos
from players import FADE, ROOT, Lobby, Order, caption

sys.path.append(str(ROOT / "tests/site"))
from kit import Site  # noqa: E402

QUIET = 4  # Seconds in which a player that has read everything has next to nothing to do.


class Mass(Lobby):
    """The player with `feeds` feeds of `items` items each on a server, of which it keeps `keep`, or as many as it does
    unless it is told; photos of a folder between them."""

    def __init__(self, work, binary, name, feeds, items, keep=None):
        self.name = name
        super().__init__(work, binary)
        self.feeds, self.items, self.keep = feeds, items, keep
        site = self.work / "site"
        site.mkdir(exist_ok=True)
        for number in range(feeds):
            (site / f"{number}.xml").write_text(feed(number, items), encoding="utf-8")
        self.site = Site(site)

    def command(self, order):
        show = self.work / "show"
        shutil.rmtree(show, ignore_errors=True)
        (show / "photos").mkdir(parents=True)
        for number, photo in enumerate(order.photos):
            os.link(photo, show / "photos" / f"{number:03}.jpg")
            (show / "photos" / f"{number:03}.txt").write_text(caption(number) + "\n", encoding="utf-8")
        keep = f"keep: {self.keep}, " if self.keep else ""
        sources = "".join(f"  - {{name: Nguồn {number}, feed: 'http://127.0.0.1:{self.site.port}/{number}.xml', {keep}"
                          "articles: false}\n" for number in range(self.feeds))
        config = show / "config.yaml"
        config.write_text("organisation: Sở Văn hóa, Thể thao và Du lịch tỉnh Vân Lam\n"
                          f"sources:\n  - {{name: Ảnh, photos: photos}}\n{sources}"
                          "playlist: [{photos: 1}, {headlines: 1}]\n"
                          f"dwell: {{fixed: {order.seconds - FADE:.1f}s}}\n"
                          f"movement: {{transition: fade, duration: {FADE * 1000:.0f}ms}}\n", encoding="utf-8")
        return [self.binary, "run", "--config", config, "--report", self.report]


def feed(number, count):
    """Of the length that headlines and summaries of a portal have; each item is another."""
    items = "".join(
        f"<item><guid>{number}-{item}</guid><link>http://127.0.0.1/tin/{number}/{item}</link>"
        f"<title>{html.escape(f'Đoàn công tác số {item} kiểm tra tiến độ tuyến đường liên xã thứ {number} của tỉnh')}</title>"
        f"<description>{html.escape(SUMMARY.format(item, number))}</description>"
        f"<pubDate>{DAYS[item % 7]}, {item % 7 + 16} Nov 2026 {23 - item // 60 % 24:02}:{item % 60:02}:{number % 60:02} "
        "+0700</pubDate></item>" for item in range(count))
    return ("<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>"
            f"<title>Nguồn {number}</title>{items}</channel></rss>")


DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SUMMARY = ("Sáng nay, đoàn công tác thứ {} của Ủy ban nhân dân tỉnh đi kiểm tra tuyến số {}, làm việc với các nhà thầu và "
           "chính quyền các xã. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu bảo đảm chất lượng và bàn giao trước Tết.")


def wait_until_read(run):
    """Until the player has been quiet for a while: all feeds are read."""
    end = time.monotonic() + 4 * PATIENCE
    spent, since = run.cpu()[0], time.monotonic()
    while time.monotonic() < end:
        time.sleep(0.5)
        now = run.cpu()[0]
        if now - spent > 0.1:
            spent, since = now, time.monotonic()
        elif time.monotonic() - since > QUIET:
            return
    raise RuntimeError(f"{run.player.name} was still reading after {4 * PATIENCE} s")


def read_all(player, photos):
    """The first start of all, with nothing stored."""
    shutil.rmtree(player.work / "state", ignore_errors=True)
    with Run(player, Order(photos, 3600)) as run:
        run.first_photo()
        wait_until_read(run)
        return {"reading_cpu_s": run.cpu()[0]}


def play(player, photos, changes, seconds):
    """A later start: what is stored is shown, and all is asked for again."""
    with Run(player, Order(photos, 3600)) as run:
        found = {"first_photo_s": run.first_photo()}
        wait_until_read(run)
        found["idle_mib"] = processes.pss_mib(run.process.pid)
    with Run(player, Order(photos, seconds)) as run:
        run.first_photo()
        wait_until = time.monotonic() + changes * seconds
        found["peak_mib"] = 0.0
        # What a kernel has just taken back of the code is no merit of few items.
        with processes.code_kept(run.process.pid):
            while time.monotonic() < wait_until:
                found["peak_mib"] = max(found["peak_mib"], processes.mapped_mib(run.process.pid))
                time.sleep(0.05)
    said = json.loads(player.report.read_text())
    player.report.unlink()
    return found | {"frames": said["frames"], "missed_frames": said["missed_frames"],
                    "frame_ms_max": said["frame_ms"]["max"]}


COLUMNS = (("first_photo_s", "first slide, s", 2), ("idle_mib", "PSS idle, MiB", 1), ("peak_mib", "mapped at peak, MiB", 1),
           ("frames", "frames", 0), ("missed_frames", "missed", 0), ("frame_ms_max", "longest frame, ms", 0),
           ("reading_cpu_s", "CPU of reading all, s", 1))


def table(found):
    lines = ["| | " + " | ".join(title for _, title, _ in COLUMNS) + " |", "|---|" + "---:|" * len(COLUMNS)]
    for name, figures in found.items():
        cells = [f"{statistics.median(figures[key]):.{digits}f}" if key in figures else "–" for key, _, digits in COLUMNS]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--player", default=ROOT / "build/release/player/app/lobby-player", type=pathlib.Path)
    parser.add_argument("out", nargs="?", default=ROOT / "build/items", type=pathlib.Path)
    options = parser.parse_args()
    out = options.out.resolve()
    photos = make_photos(out / "photos", ["12mp", "1080p"], 3)
    with tempfile.TemporaryDirectory(prefix="lobby-items-", dir=out) as folder:
        work = pathlib.Path(folder)
        players = [Mass(work, options.player, "100 items", 2, 50),
                   Mass(work, options.player, "50,000 items", 100, 500),
                   Mass(work, options.player, "50,000 items, 4,000 kept", 100, 500, 40)]
        found = {player.name: {} for player in players}
        for player in players:
            print(f"{player.name}: reading", file=sys.stderr, flush=True)
            found[player.name] |= {name: [value] for name, value in read_all(player, photos).items()}
        for _ in range(options.rounds):
            for player in players:
                print(f"{player.name}: playing", file=sys.stderr, flush=True)
                for name, value in play(player, photos, 8, 4).items():
                    found[player.name].setdefault(name, []).append(value)
    (out / "results.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    text = f"{report.machine()}\n\n{table(found)}"
    (out / "report.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
