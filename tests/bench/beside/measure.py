"""One run of one player on a screen of its own, measured."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import processes
from players import FOR_EVER, Order
from screen import Changes, Watched

PATIENCE = 60


class Run:
    """A player on a fresh X server, from its start until the end of the block."""

    def __init__(self, player, order):
        self.player, self.order = player, order

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="lobby-bench-", dir="/dev/shm")
        self.screen = Watched(pathlib.Path(self.folder.name))
        self.began = time.monotonic()
        self.process = self.player.start(self.order, self.screen.display)
        return self

    def first_photo(self):
        seen = self.screen.wait_for_photo(PATIENCE)
        if seen is None:
            raise RuntimeError(f"{self.player.name} showed no photo; see {self.player.work / 'log.txt'}")
        return seen - self.began

    def cpu(self):
        """Of the player, and of the X server on its behalf."""
        return processes.cpu_seconds(self.process.pid), processes.cpu_seconds(self.screen.server.pid)

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.end_rest()
        self.screen.close()
        self.folder.cleanup()


    def end_rest(self):
        """What the player started is in a session of its own."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # Nothing is left.


def start(player, photos):
    """Seconds from exec to the first photo on the screen."""
    with Run(player, Order(photos, FOR_EVER)) as run:
        return {"first_photo_s": run.first_photo()}


def changes(player, photos, count, seconds, fades=True):
    """What a change of slide costs, over `count` of them, from the middle of one slide to the middle of another."""
    with Run(player, Order(photos, seconds, fades)) as run:
        run.first_photo()
        seen = Changes(run.screen)
        first = seen.watch_for(1, PATIENCE)
        if first is None:
            raise RuntimeError(f"{player.name} did not change its photo")
        middle = first + 0.6 * seconds
        seen.watch_until(middle)
        before, began = run.cpu(), len(seen.all())
        seen.watch_until(middle + count * seconds)
        after, all_changes = run.cpu(), seen.all()[began:]
        done = max(len(all_changes), 1)
        result = {"cpu_s": (after[0] - before[0]) / done, "x_cpu_s": (after[1] - before[1]) / done,
                  "changes": len(all_changes)}
    rates, gaps = [], []
    for frames in all_changes:
        if len(frames) > 3:
            rates.append((len(frames) - 1) / (frames[-1] - frames[0]))
            gaps.append(max(after - before for before, after in zip(frames, frames[1:])) * 1000)
    if rates:
        result |= {"fade_fps": sum(rates) / len(rates), "fade_gap_ms": max(gaps)}
    return result | own_word(player)


def cuts(player, photos, count, seconds):
    """The same without a fade."""
    return {f"cut_{name}": value for name, value in changes(player, photos, count, seconds, False).items()}


def own_word(player):
    """What the player reports of its frames."""
    report = getattr(player, "report", None)
    if report is None or not report.exists():
        return {}
    said = json.loads(report.read_text())
    report.unlink()
    return {"frames": said["frames"], "missed_frames": said["missed_frames"], "frame_ms_max": said["frame_ms"]["max"]}


def peak(player, photos, count, seconds):
    """The most memory from the start to the end of so many changes, looked at twenty times a second."""
    with Run(player, Order(photos, seconds)) as run:
        most = 0.0
        end = run.began + (count + 1) * seconds + 3
        while time.monotonic() < end:
            most = max(most, processes.pss_mib(run.process.pid))
            time.sleep(0.05)
        return {"peak_mib": most}


def idle(player, photos, settle, seconds):
    """A slide that stands. The time holds the change of a minute, for which clocks have work."""
    with Run(player, Order(photos, FOR_EVER)) as run:
        run.first_photo()
        time.sleep(settle)
        with processes.code_kept(run.process.pid) as kept:
            if not kept:
                print(f"{player.name}: not all of its code may be locked in memory; what it reads may be that",
                      file=sys.stderr)
            ahead = (60 - seconds / 2 - time.time()) % 60
            time.sleep(ahead if seconds < 60 else 0)
            before, x_before = processes.threads(run.process.pid), processes.threads(run.screen.server.pid)
            disk = processes.disk_bytes(run.process.pid)
            time.sleep(seconds)
            cpu, woken = processes.spent_between(before, processes.threads(run.process.pid))
            x_cpu, _ = processes.spent_between(x_before, processes.threads(run.screen.server.pid))
            disk = processes.disk_bytes(run.process.pid) - disk
        return {"idle_cpu_s_min": cpu * 60 / seconds, "idle_x_cpu_s_min": x_cpu * 60 / seconds,
                "idle_wakeups_s": woken / seconds, "idle_mib": processes.pss_mib(run.process.pid),
                "idle_disk_bytes": disk,
                "processes": len(processes.family(run.process.pid))}
