"""The figures as a table and as a picture."""
import html
import os
import pathlib

COLUMNS = [
    ("first photo, s", lambda m, i: number(m.get("first_photo_s"), 2)),
    ("CPU s a change + in the X server", lambda m, i: pair(m, "cpu_s", "x_cpu_s", 2)),
    ("the same, 1080p and cut", lambda m, i: pair(m, "cut_cpu_s", "cut_x_cpu_s", 2)),
    ("fade, frames/s", lambda m, i: number(m["fade_fps"], 0) if "fade_fps" in m else "cut"),
    ("worst gap, ms", lambda m, i: number(m.get("fade_gap_ms"), 0)),
    ("idle CPU, s/min", lambda m, i: number(m.get("idle_cpu_s_min"), 3)),
    ("idle wake-ups/s", lambda m, i: number(m.get("idle_wakeups_s"), 1)),
    ("PSS idle / peak, MiB", lambda m, i: pair(m, "idle_mib", "peak_mib", 0, " / ")),
    ("processes", lambda m, i: number(m.get("processes"), 0)),
    ("packages / MiB installed", lambda m, i: f"{i[0]} / {i[1]:.0f}" if i else "–"),
]


def number(value, digits):
    return "–" if value is None else f"{value:.{digits}f}"


def pair(medians, one, other, digits, between=" + "):
    return f"{number(medians.get(one), digits)}{between}{number(medians.get(other), digits)}"


def machine():
    """The processor as it names itself, with its share that is ours."""
    model = next((line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), os.uname().machine)
    system = next((line.split("=")[1].strip('"') for line in pathlib.Path("/etc/os-release").read_text().splitlines()
                   if line.startswith("PRETTY_NAME")), "Linux")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024 ** 3
    return f"{model}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB, no GPU; {system}, Xvfb 1920×1080×24"


def targets(medians, installed):
    """(what, target, ours or None, whether that meets it)"""
    def least(what, target, value, bound, digits, unit=""):
        shown = None if value is None else f"{value:.{digits}f}{unit}"
        return what, target, shown, value is not None and round(value, digits) <= bound

    def both(one, other):
        return medians[one] + medians[other] if one in medians and other in medians else None

    beyond = installed.get("beyond_sdl")
    fps, missed = medians.get("fade_fps"), medians.get("missed_frames")
    return [
        least("first slide on the screen, headline and strip included", "≤ 0.20 s", medians.get("first_photo_s"), 0.20,
              2, " s"),
        least("CPU a change: decode, text, fade, the X server's share", "≤ 0.32 s", both("cpu_s", "x_cpu_s"), 0.32,
              2, " s"),
        least("the same, photos of screen size, cut", "≤ 0.06 s", both("cut_cpu_s", "cut_x_cpu_s"), 0.06, 2, " s"),
        ("frames in a fade", "60/s", fps and f"{fps:.1f}/s", fps is not None and fps >= 59.5),
        least("worst gap between two of them", "≤ 34 ms", medians.get("frame_ms_max"), 34, 0, " ms"),
        least("frames missed", "0", missed, 0, 0),
        least("idle with the clock, CPU", "≤ 0.02 s/min", medians.get("idle_cpu_s_min"), 0.02, 3, " s/min"),
        least("idle, wake-ups", "≤ 1/s", medians.get("idle_wakeups_s"), 1, 2, "/s"),
        least("idle, read from or written to disks", "0", medians.get("idle_disk_bytes"), 0, 0, " bytes"),
        least("memory idle, PSS", "≤ 32 MiB", medians.get("idle_mib"), 32, 1, " MiB"),
        least("memory peak, PSS", "≤ 56 MiB", medians.get("peak_mib"), 56, 1, " MiB"),
        least("installed beyond SDL2, image, ttf and Mesa", "≤ 40 MiB", beyond and beyond[1], 40, 1, " MiB"),
    ]


def peers_table(results):
    lines = ["| player | " + " | ".join(name for name, _ in COLUMNS) + " |", "|---|" + "---:|" * len(COLUMNS)]
    for name, medians in results["medians"].items():
        cells = [show(medians, results["installed"].get(name)) for _, show in COLUMNS]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def targets_table(results):
    lines = ["| figure | target | lobby-player | |", "|---|---:|---:|---|"]
    for what, target, shown, met in targets(results["medians"].get("lobby-player", {}), results["installed"]):
        verdict = "met" if met else "not measured" if shown is None else "missed"
        lines.append(f"| {what} | {target} | {shown or '–'} | {verdict} |")
    return lines


def markdown(results):
    how = "short run" if results["quick"] else "full run"
    return "\n".join([
        f"{results['date']}, {how}: {results['machine']}. {results['photos']} photos of 12 MP, 24 MP and 1080p in "
        f"turn, {results['seconds']} s a slide; medians. Load of the machine in the last quarter of an hour: "
        f"{results['load']:.1f}.", "", *peers_table(results), "", *targets_table(results), ""])


SHORT = (0, 1, 3, 7, 9)  # Of the columns.


def short_table(results):
    """For the README, beside the date and the machine."""
    columns = [COLUMNS[index] for index in SHORT]
    lines = [f"{results['date']}, {results['machine']}:", "",
             "| player | " + " | ".join(name for name, _ in columns) + " |", "|---|" + "---:|" * len(columns)]
    for name, medians in results["medians"].items():
        cells = [show(medians, results["installed"].get(name)) for _, show in columns]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def put(file, text):
    """Replaces what stands between the marks of a document."""
    before, rest = file.read_text(encoding="utf-8").split("<!-- measured -->\n", 1)
    after = rest.split("<!-- end -->", 1)[1]
    file.write_text(f"{before}<!-- measured -->\n{text}<!-- end -->{after}", encoding="utf-8")


def write_docs(results, root):
    put(root / "docs/benchmarks.md", markdown(results))
    put(root / "README.md", short_table(results))
    (root / "docs/benchmarks.svg").write_text(plot(results), encoding="utf-8")


BARS = [("CPU s a change", lambda m: sum(m.get(key, 0) for key in ("cpu_s", "x_cpu_s")), "{:.2f}"),
        ("memory idle, MiB", lambda m: m.get("idle_mib", 0), "{:.0f}"),
        ("memory peak, MiB", lambda m: m.get("peak_mib", 0), "{:.0f}"),
        ("first photo, s", lambda m: m.get("first_photo_s", 0), "{:.2f}")]


def plot(results):
    """For each figure a row of bars, one a player, each row to its own scale."""
    names = list(results["medians"])
    left, line, wide, block = 120, 18, 420, 24 + 18 * len(names) + 14
    height = block * len(BARS) + 10
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + wide + 80}" height="{height}" '
             f'font-family="sans-serif" font-size="12">', f'<rect width="100%" height="100%" fill="#fff"/>']
    for index, (title, value_of, form) in enumerate(BARS):
        top = index * block + 18
        parts.append(f'<text x="8" y="{top}" font-weight="bold">{html.escape(title)}</text>')
        values = [value_of(results["medians"][name]) for name in names]
        most = max(values) or 1
        for row, (name, value) in enumerate(zip(names, values)):
            y = top + 8 + row * line
            length = wide * value / most
            colour = "#b8860b" if name == "lobby-player" else "#8aa0b8"
            parts.append(f'<text x="{left - 6}" y="{y + 12}" text-anchor="end">{html.escape(name)}</text>'
                         f'<rect x="{left}" y="{y}" width="{length:.1f}" height="14" fill="{colour}"/>'
                         f'<text x="{left + length + 5:.1f}" y="{y + 12}">{form.format(value)}</text>')
    return "\n".join(parts + ["</svg>", ""])
