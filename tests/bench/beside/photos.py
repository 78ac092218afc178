"""Photos of a fixed look for each number, in sizes of cameras and of screens."""
import random

from PIL import Image, ImageChops

SIZES = {"12mp": (4000, 3000), "24mp": (6000, 4000), "1080p": (1920, 1080)}


def clouds(size, seed):
    """Light and shade at every scale, as in a photo: what a decoder does depends on it."""
    width, height = size
    chance = random.Random(seed)
    made = Image.new("RGB", size, tuple(chance.randrange(60, 190) for _ in range(3)))
    grain = width // 6
    while grain >= 1:
        small = (max(2, width // grain), max(2, height // grain))
        reach = min(120, 44 + grain // 3)
        noise = bytes(byte * reach // 256 for byte in chance.randbytes(small[0] * small[1] * 3))
        layer = Image.frombytes("RGB", small, noise).resize(size, Image.Resampling.BILINEAR)
        made = ImageChops.add(made, layer, 1, -reach // 2)
        grain //= 4
    return made


def make_photos(folder, kinds, count):
    """`count` photos of each kind; those that are there already stay."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(1, count + 1):
        for kind in kinds:
            file = folder / f"{number:02}-{kind}.jpg"
            if not file.exists():
                part = file.with_suffix(".part")
                clouds(SIZES[kind], f"{kind} {number}").save(part, "JPEG", quality=88)
                part.rename(file)
            files.append(file)
    return files
