"""What is on a screen, held against what `lobby-player snapshot` says should be there."""
import copy
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import time

import numpy
from PIL import Image

# Where a display rounds colours differently, a step of two or three is the most. A wrong letter at the smallest size of
# a 1280 × 720 screen changes some thirty pixels by far more.
STEP = 40
WRONG_PIXELS = 12
BLACK = 24
NOTICE = (16, 400)  # What QEMU itself writes in the line in the middle while the machine shows nothing.
# The picture wanders by up to six pixels for the care of the panel, and draws its edge out over what it leaves free.
WANDERS = 7
# What tells the time is looked at by itself.
TIME_ROLES = {"clock", "date", "lunar"}


def picture_of(ppm):
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", ppm)
    width, height = int(head[1]), int(head[2])
    return numpy.frombuffer(ppm, numpy.uint8, width * height * 3, head.end()).reshape(height, width, 3)


def keep(picture, file):
    Image.fromarray(picture).save(file, optimize=False, compress_level=1)


def shifted(picture, right, down):
    """The middle of a picture that stands `right` and `down` of its place."""
    height, width = picture.shape[:2]
    m = WANDERS
    return picture[m + down:height - m + down, m + right:width - m + right]


def wrong(one, other):
    return numpy.abs(one.astype(numpy.int16) - other).max(axis=2) > STEP


def blotted(picture, boxes):
    picture = picture.copy()
    for x, y, width, height in boxes:
        picture[max(y - 2, 0):y + height + 2, max(x - 2, 0):x + width + 2] = 0
    return picture


class Slide:
    def __init__(self, folder, entry):
        self.name = entry["file"].removesuffix(".png")
        self.picture = numpy.asarray(Image.open(folder / entry["file"]).convert("RGB"))
        self.times = [text["box"] for text in entry["texts"] if text["role"] in TIME_ROLES]
        self.texts = [" ".join(text["lines"]) for text in entry["texts"]]
        # The boxes of the time, somewhat larger, for other hours are wider.
        self.timeless = [[x - 40, y - 4, w + 44, h + 8] for x, y, w, h in self.times]

    def with_picture(self, picture, moved):
        """The same slide in another position; `moved` says of a box where it is there."""
        other = copy.copy(self)
        other.picture = numpy.ascontiguousarray(picture)
        other.times = [moved(*box) for box in self.times]
        other.timeless = [moved(*box) for box in self.timeless]
        return other

    def difference(self, seen, with_time):
        """How many pixels are wrong, and how far the picture stands from its place; None where it is another slide."""
        if seen.shape != self.picture.shape:
            return None
        own = self.picture
        if not with_time:
            own = blotted(own, self.timeless)
        best = None
        for right, down in OFFSETS:
            boxes = [] if with_time else [[x + right, y + down, w, h] for x, y, w, h in self.timeless]
            there = shifted(seen, right, down)
            here = shifted(own, 0, 0)
            if wrong(there[::9, ::9], here[::9, ::9]).mean() > 0.05:
                continue
            there = shifted(blotted(seen, boxes), right, down)
            count = int(wrong(there, here).sum())
            if best is None or count < best[0]:
                best = (count, (right, down))
            if count <= WRONG_PIXELS:
                break
        return best


# The place itself first, then ever farther away.
OFFSETS = sorted(((right, down) for right in range(-WANDERS + 1, WANDERS) for down in range(-WANDERS + 1, WANDERS)),
                 key=lambda place: abs(place[0]) + abs(place[1]))


class Show:
    """The slides of a config, drawn by the installed program in the root that the guest has too."""

    def __init__(self, root, work):
        self.root = pathlib.Path(root)
        self.work = pathlib.Path(work)
        self.drawn = {}

    def slides(self, size, config="/etc/lobby-player/config.yaml", at=None):
        minute = at or "day"
        if (size, config, minute) not in self.drawn:
            index = self.draw(size, at or now(), config)
            self.drawn[size, config, minute] = [Slide(self.folder, entry) for entry in index["slides"]]
        return self.drawn[size, config, minute]

    @property
    def folder(self):
        return self.root / "tmp/golden"

    def draw(self, size, at, config="/etc/lobby-player/config.yaml"):
        folder = self.folder
        shutil.rmtree(folder, ignore_errors=True)
        command = (f"mount --bind /proc {self.root}/proc && exec chroot {self.root} env HOME=/tmp/golden-state "
                   f"lobby-player snapshot --config {config} --out /tmp/golden --at {at} --size {size[0]}x{size[1]}")
        subprocess.run(["unshare", "-m", "-n", "sh", "-c", command], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        return json.loads((folder / "index.json").read_text())


def now(minutes=0):
    then = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
    return then.strftime("%Y-%m-%dT%H:%M:00+00:00")


def recognise(picture, slides, with_time=False):
    """The slide that is on screen to the last letter; None, with the nearest, where none is."""
    nearest = None
    for slide in slides:
        found = slide.difference(picture, with_time)
        if found is None:
            continue
        if found[0] <= WRONG_PIXELS:
            return slide, f"{slide.name}, {found[0]} pixels differ, {found[1]} from its place"
        if nearest is None or found[0] < nearest[0]:
            nearest = (found[0], slide.name)
    return None, f"nearest is {nearest[1]} with {nearest[0]} wrong pixels" if nearest else "no slide is like it"


def await_slide(guest, slides, patience, check=lambda picture, slide: True, other=lambda picture: None):
    """Looks until a slide of these is on screen; the picture, the slide, a note and the moment it was seen.

    `other` is told of each picture before it.
    """
    end = time.monotonic() + patience * guest.slow
    note, picture, guest.black, black_since = "nothing was seen", None, 0, None
    while time.monotonic() < end:
        seen_at = time.monotonic()
        picture = picture_of(guest.screen())
        if is_black(picture):
            black_since = black_since or seen_at
            guest.black = max(guest.black, seen_at - black_since)
            note = "the screen is black"
        else:
            black_since = None
            slide, note = recognise(picture, slides)
            if slide and check(picture, slide):
                return picture, slide, note, seen_at
        other(picture)
        time.sleep(0.4)
    keep(picture, guest.work / "last.png")
    raise TimeoutError(f"no good picture within {patience * guest.slow:.0f} s: {note}")


def is_black(picture):
    return picture[::16, ::16].max() <= BLACK


def is_notice(picture):
    height, width = picture.shape[:2]
    top, left = (height // NOTICE[0] - 1) // 2 * NOTICE[0], (width - NOTICE[1]) // 2
    box = slice(top, top + NOTICE[0]), slice(left, left + NOTICE[1])
    return is_lit_only_in(picture, box)


def is_lit_only_in(picture, box):
    rest = picture.copy()
    rest[box] = 0
    return rest.max() <= BLACK < picture[box].max()


class Firmware:
    """Knows what a PC's firmware shows by its logo in the middle. What it and the loader write comes above; nothing of theirs
    is below, or at the left edge, where lines of a kernel begin. It may come again after black, as it was then. Other machines
    have none."""

    def __init__(self, arch):
        self.has_logo, self.logo, self.is_whole = arch == "amd64", None, False

    def shows(self, picture):
        if picture.max() <= BLACK:
            self.is_whole = self.logo is not None
            return True
        height, width = picture.shape[:2]
        middle = slice(height // 3, -height // 3), slice(width // 3, -width // 3)
        if not self.has_logo or picture[-height // 3:].max() > BLACK or picture[:, :8].max() > BLACK:
            return False
        # It may be seen while it is drawn, or never alone.
        if not self.is_whole and (is_lit_only_in(picture, middle) or (self.logo is None and picture[middle].max() > BLACK)):
            self.logo = picture[middle].copy()
        return self.logo is not None and numpy.array_equal(picture[middle], self.logo)


def await_first_slide(guest, slides, patience):
    """The same from power-on, and the pictures that were on screen before and were neither black nor a slide.

    What a PC's firmware shows, and what QEMU writes where nothing is shown, is not ours.
    """
    strays, firmware = [], Firmware(guest.arch)

    def look(picture):
        # A line of letters, or a cursor, is easily missed between every sixteenth pixel.
        if not is_notice(picture) and not firmware.shows(picture):
            strays.append(picture)

    return await_slide(guest, slides, patience, other=look), strays


def empty_where_time_stands(picture, slide):
    """Whether nothing is written where the slide would say date and time."""
    for x, y, width, height in slide.times:
        box = picture[y:y + height, x:x + width].astype(numpy.int16)
        if box.size and (box.max(axis=(0, 1)) - box.min(axis=(0, 1))).max() > STEP:
            return False
    return bool(slide.times)
