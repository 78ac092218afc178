"""The same lines set by the player, by Pango and by Chromium, enlarged and side by side. Started by tests/compare/run."""

import html
import pathlib
import subprocess
import sys
import tempfile

from PIL import Image, ImageChops, ImageDraw, ImageFont

ROOT = pathlib.Path(__file__).resolve().parents[2]
FONTS = ROOT / "fonts"
PHOTO = ROOT / "deploy/demo/photos/vinh-binh-minh.jpg"
CELL = (196, 50)  # pixels of a piece before it is enlarged
START, BASELINE = 6, 38
ZOOM = 3
GAP = 6
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--disable-lcd-text", "--force-device-scale-factor=1", "--force-color-profile=srgb"]

# Family and style as Pango calls them, file, size, colour, ground (a colour, or where to cut the photo), text.
LINES = [
    ("Be Vietnam Pro", 400, "BeVietnamPro-Regular.ttf", 26, "f7f2e8", "0c1a26", "Mỗi chữ Ẵ giữ dấu"),
    ("Be Vietnam Pro", 400, "BeVietnamPro-Regular.ttf", 26, "16130a", "f2b705", "Mỗi chữ Ẵ giữ dấu"),
    ("Be Vietnam Pro", 600, "BeVietnamPro-SemiBold.ttf", 30, "f7f2e8", (0.30, 0.72), "Vịnh ở Ữ Ỗ lặng"),
    ("Be Vietnam Pro", 600, "BeVietnamPro-SemiBold.ttf", 30, "16130a", (0.30, 0.10), "Vịnh ở Ữ Ỗ lặng"),
    ("Noto Serif", 400, "NotoSerif-Regular.ttf", 28, "c8c8c8", "1c1c1c", "Uống nước nhớ"),
    ("Be Vietnam Pro", 700, "BeVietnamPro-Bold.ttf", 34, "f7d774", "b01016", "LỄ KỶ NIỆM"),
]


def ground(kind):
    if isinstance(kind, str):
        return Image.new("RGB", CELL, "#" + kind)
    with Image.open(PHOTO) as photo:
        photo = photo.convert("RGB").resize((960, 640), Image.LANCZOS)
    left, top = int(kind[0] * photo.width), int(kind[1] * photo.height)
    return photo.crop((left, top, left + CELL[0], top + CELL[1]))


def ink(image):
    """The box of what differs from the corner of a calibration picture."""
    plain = Image.new("RGB", image.size, image.getpixel((0, 0)))
    return ImageChops.difference(image, plain).point(lambda level: 255 if level > 96 else 0).getbbox()


class Player:
    name = "Lobby Player"

    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def pictures(self, lines):
        for line in lines:
            _, _, font, size, colour, kind, text = line
            under, out = self.folder / "under.png", self.folder / "player.png"
            ground(kind).save(under)
            subprocess.run([self.program, FONTS / font, str(size), colour, str(START), str(BASELINE), text, under, out],
                           check=True)
            yield Image.open(out).convert("RGB")

    def enlarged(self, line, factor):
        _, _, font, size, colour, kind, text = line
        under, out = self.folder / "under.png", self.folder / "player.png"
        ground(kind).resize((CELL[0] * factor, CELL[1] * factor), Image.NEAREST).save(under)
        subprocess.run([self.program, FONTS / font, str(size * factor), colour, str(START * factor),
                        str(BASELINE * factor), text, under, out], check=True)
        return Image.open(out).convert("RGB")


class Pango:
    name = "Pango, cairo"

    def __init__(self, folder):
        self.folder = folder
        self.settings = folder / "fonts.conf"
        self.settings.write_text(f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}/cache</cachedir></fontconfig>")

    def alpha(self, line):
        family, weight, _, size, colour, _, text = line
        out = self.folder / "pango.png"
        subprocess.run(["pango-view", "--no-display", "--pixels", "--margin=20", "--antialias=gray", "--hinting=slight",
                        "--hint-metrics=off", "--subpixel-positions", "--background=transparent",
                        f"--foreground=#{colour}", f"--font={family} {weight_name(weight)} {size}px", f"--text={text}",
                        f"--output={out}"], check=True, env={"FONTCONFIG_FILE": str(self.settings), "PATH": "/usr/bin", "LC_ALL": "C.UTF-8"})
        return Image.open(out).convert("RGBA")

    def pictures(self, lines):
        for line in lines:
            drawn = self.alpha(line)
            # A letter that stands on the line says where the line is.
            family, weight, font, size, _, _, _ = line
            mark = self.alpha((family, weight, font, size, "000000", "", "x")).getchannel("A")
            bottom = mark.point(lambda level: 255 if level > 96 else 0).getbbox()[3]
            picture = ground(line[5]).convert("RGBA")
            layer = Image.new("RGBA", CELL)
            layer.paste(drawn, (START - 20, BASELINE - bottom))
            yield Image.alpha_composite(picture, layer).convert("RGB")


def weight_name(weight):
    return {400: "", 600: "Semi-Bold", 700: "Bold"}[weight]


class Chromium:
    name = "Chromium"

    def __init__(self, folder):
        self.folder = folder

    def page(self, lines, shifts):
        faces = {(line[0], line[1], line[2]) for line in lines}
        style = "".join(f"@font-face{{font-family:'{family}';font-weight:{weight};src:url('{(FONTS / font).as_uri()}')}}"
                        for family, weight, font in sorted(faces))
        body = []
        for index, line in enumerate(lines):
            family, weight, _, size, colour, kind, text = line
            under = self.folder / f"under{index}.png"
            ground(kind).save(under)
            body.append(f"<div class=cell style=\"top:{index * CELL[1]}px;background:url('{under.as_uri()}')\">"
                        f"<span style=\"font:{weight} {size}px/40px '{family}';color:#{colour};"
                        f"top:{shifts[index]}px\">{html.escape(text)}</span></div>")
        style += (f"body{{margin:0}}.cell{{position:absolute;left:0;width:{CELL[0]}px;height:{CELL[1]}px;"
                  f"overflow:hidden}}span{{position:absolute;left:{START}px;white-space:nowrap}}")
        page, shot = self.folder / "page.html", self.folder / "page.png"
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{''.join(body)}")
        subprocess.run(CHROMIUM + [f"--user-data-dir={self.folder}/profile", f"--screenshot={shot}",
                                   f"--window-size={CELL[0]},{len(lines) * CELL[1] + 200}",
                                   "--allow-file-access-from-files", "--virtual-time-budget=4000", page.as_uri()],
                       check=True, stderr=subprocess.DEVNULL)
        sheet = Image.open(shot).convert("RGB")
        return [sheet.crop((0, i * CELL[1], CELL[0], (i + 1) * CELL[1])) for i in range(len(lines))]

    def pictures(self, lines):
        marks = [(f, w, font, size, "000000", "ffffff", "x") for f, w, font, size, *_ in lines]
        bottoms = [ink(picture)[3] for picture in self.page(marks, [0] * len(lines))]
        return self.page(lines, [BASELINE - bottom for bottom in bottoms])


def luminance(pixel):
    def light(level):
        value = level / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * light(pixel[0]) + 0.7152 * light(pixel[1]) + 0.0722 * light(pixel[2])


def weight(picture):
    """The light that a line gives to or takes from its plain ground."""
    seen = {}
    for number, pixel in picture.getcolors(maxcolors=1 << 24):
        seen[pixel] = number
    plain = luminance(picture.getpixel((0, 0)))
    return sum(number * abs(luminance(pixel) - plain) for pixel, number in seen.items())


def print_weights(player, renderers, columns):
    """How heavy each line is beside its own outline, drawn eight times as large."""
    large = 8
    for index, line in enumerate(LINES):
        if not isinstance(line[5], str):
            continue
        outline = weight(player.enlarged(line, large)) / large ** 2
        shares = (f"{renderer.name} {weight(pictures[index]) / outline:.2f}"
                  for renderer, pictures in zip(renderers, columns))
        print(f"#{line[4]} on #{line[5]}, {line[3]} px: " + ", ".join(shares))


def sheet(renderers, columns):
    width, height = CELL[0] * ZOOM, CELL[1] * ZOOM
    head = 34
    picture = Image.new("RGB", ((width + GAP) * len(columns) - GAP, head + (height + GAP) * len(LINES) - GAP), "white")
    pen = ImageDraw.Draw(picture)
    label = ImageFont.truetype(str(FONTS / "NotoSans-Regular.ttf"), 20)
    for column, (renderer, pictures) in enumerate(zip(renderers, columns)):
        left = column * (width + GAP)
        pen.text((left + 4, 3), renderer.name, fill="black", font=label)
        for row, piece in enumerate(pictures):
            picture.paste(piece.resize((width, height), Image.NEAREST), (left, head + row * (height + GAP)))
    return picture


def main():
    program, out = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        player = Player(program, folder)
        renderers = [player, Pango(folder), Chromium(folder)]
        columns = [list(renderer.pictures(LINES)) for renderer in renderers]
        print_weights(player, renderers, columns)
        picture = sheet(renderers, columns)
    picture.quantize(192, dither=Image.Dither.NONE).save(out, optimize=True)
    print(f"{out}: {out.stat().st_size // 1024} KiB")


main()
