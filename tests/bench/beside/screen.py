"""A screen that no one sees, read from its memory: to look at it costs the programs that draw there nothing."""
import mmap
import pathlib
import struct
import sys
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "site"))
from kit import Screen  # noqa: E402

SIZE = (1920, 1080)
ROWS = (0.12, 0.28, 0.44)  # Shares of the height at which every player here shows photo and nothing else.


class Watched(Screen):
    """Says when the picture on the screen changes. All rows of a frame change together, so each row by itself sees
    every frame once, however a program draws."""

    def __init__(self, folder):
        super().__init__(folder, f"{SIZE[0]}x{SIZE[1]}")
        file = folder / "Xvfb_screen0"
        while not file.exists() or file.stat().st_size < SIZE[0] * SIZE[1] * 4:
            time.sleep(0.01)
        with open(file, "rb") as opened:
            self.memory = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)
        # Source of the layout: XWDFile.h of X11.
        header = struct.unpack(">25I", self.memory[:100])
        self.stride, begin = header[12], header[0] + header[19] * 12
        self.begins = [begin + int(SIZE[1] * row) * self.stride for row in ROWS]

    def rows(self):
        return [self.memory[begin:begin + SIZE[0] * 4] for begin in self.begins]

    def shows_a_photo(self):
        """A plain window has a few colours, a photo nearly as many as there are points."""
        return all(len({row[at:at + 3] for at in range(0, len(row), 256)}) > 18 for row in self.rows())

    def wait_for_photo(self, patience):
        """The time at which a photo stands on the screen, or None."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.shows_a_photo():
                return time.monotonic()
            time.sleep(0.001)
        return None

    def close(self):
        self.memory.close()
        self.server.terminate()
        self.server.wait()


class Changes:
    """The changes of slide on a screen: each a list of the times of its frames."""

    APART = 1.0  # Seconds without a new frame end a change.

    def __init__(self, screen):
        self.screen = screen
        self.last = screen.rows()
        self.frames = [[] for _ in ROWS]

    def look(self):
        rows, now = self.screen.rows(), time.monotonic()
        for row, frames, before in zip(rows, self.frames, self.last):
            if row != before:
                frames.append(now)
        self.last = rows

    def watch_until(self, end):
        while time.monotonic() < end:
            self.look()
            time.sleep(0.0015)

    def watch_for(self, count, patience):
        """Until so many changes have begun; the time at which the last of them began, or None."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            changes = self.all()
            if len(changes) >= count:
                return changes[count - 1][0]
            self.watch_until(time.monotonic() + 0.1)
        return None

    def all(self):
        """As the row saw them that changed most often."""
        changes = []
        for at in max(self.frames, key=len):
            if not changes or at - changes[-1][-1] > self.APART:
                changes.append([])
            changes[-1].append(at)
        return changes
