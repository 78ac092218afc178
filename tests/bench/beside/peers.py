"""Plays the same photos with the player and with what a user would pick instead; see tests/bench/peers."""
import argparse
import datetime
import json
import os
import pathlib
import statistics
import sys

import installed
import measure
import report
from photos import make_photos
from players import ROOT, players

MESA = ["libgles2", "libegl1", "libgl1-mesa-dri", "ca-certificates"]
SDL = ["libsdl2-2.0-0", "libsdl2-image-2.0-0", "libsdl2-ttf-2.0-0"]


class Effort:
    """How long a measurement takes."""

    def __init__(self, quick):
        self.photos = 2 if quick else 8
        self.rounds = 1 if quick else 3
        self.starts = 3 if quick else 7
        self.changes = 6 if quick else 9
        self.seconds = 4 if quick else 5
        self.settle = 6 if quick else 15
        self.idle = 30 if quick else 60


def tell(text):
    print(text, file=sys.stderr, flush=True)


def measured(there, photos, screen_photos, effort):
    """For each player each figure of all its runs. Runs of the players take turns, so that what else the machine does
    falls on all alike."""
    found = {player.name: {} for player in there}

    def take(player, what, function, *arguments):
        tell(f"{player.name}: {what}")
        try:
            for name, value in function(player, *arguments).items():
                found[player.name].setdefault(name, []).append(value)
        except RuntimeError as error:
            tell(f"  {error}")

    for player in there:
        take(player, "once, to warm the caches", lambda *given: measure.start(*given) and {}, photos)
    for _ in range(effort.starts):
        for player in there:
            take(player, "start", measure.start, photos)
    for _ in range(effort.rounds):
        for player in there:
            take(player, "changes", measure.changes, photos, effort.changes, effort.seconds)
        for player in filter(lambda one: one.cuts, there):
            take(player, "cuts", measure.cuts, screen_photos, effort.changes, effort.seconds)
        for player in there:
            take(player, "memory", measure.peak, photos, 4, effort.seconds)
        for player in there:
            take(player, "idle", measure.idle, photos, effort.settle, effort.idle)
    return found


def medians(found):
    return {name: {figure: statistics.median(values) for figure, values in figures.items()}
            for name, figures in found.items()}


def sizes(there, binary):
    """Packages and MiB on a bare Debian. The player's own files count as one package more."""
    bare = installed.Bare()
    folders = ("layouts", "fonts", "deploy/calendars", "deploy/samples", "deploy/demo")
    own = sum(file.stat().st_size for folder in folders
              for file in (ROOT / folder).rglob("*") if file.is_file() and "paint" not in file.parts)
    # Decoding is a program of its own.
    programs = [program for program in (binary, binary.parents[1] / "picture/lobby-picture") if program.exists()]
    own = (own + sum(program.stat().st_size for program in programs)) / 1024 ** 2
    libraries = sorted({package for program in programs for package in installed.libraries_of(program)})
    found = {}
    for player in there:
        if player.packages:
            found[player.name] = bare.beyond([player.packages])
            continue
        for key, size in ((player.name, bare.beyond(libraries + MESA)),
                          ("beyond_sdl", bare.beyond(libraries + MESA, SDL + MESA))):
            found[key] = size and (size[0] + 1, size[1] + own)
    return found


def run(options, out):
    effort = Effort(options.quick)
    wanted = options.only.split(",") if options.only else None
    all_players = players(out / "work", options.player)
    there = [player for player in all_players if player.is_there() and (wanted is None or player.name in wanted)]
    missing = [player.name for player in all_players if not player.is_there()]
    if missing:
        tell(f"not here, and left out: {', '.join(missing)}; tests/bench/peers --install gets them")
    tell("making photos")
    photos = make_photos(out / "photos", ["12mp", "24mp", "1080p"], effort.photos)
    screen_photos = make_photos(out / "photos", ["1080p"], max(effort.photos, 6))
    found = measured(there, photos, screen_photos, effort)
    return {"date": datetime.date.today().isoformat(), "machine": report.machine(), "quick": options.quick,
            "load": os.getloadavg()[2], "photos": len(photos), "seconds": effort.seconds, "all": found, "medians": medians(found),
            "installed": sizes(there, options.player)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a quarter of an hour instead of an hour")
    parser.add_argument("--only", help="players, separated by commas")
    parser.add_argument("--player", default=ROOT / "build/release/player/app/lobby-player", type=pathlib.Path)
    parser.add_argument("--docs", action="store_true", help="put the tables into README.md and docs/ as well")
    parser.add_argument("--again", action="store_true", help="only write the tables of the run before anew")
    parser.add_argument("out", nargs="?", default=ROOT / "build/peers", type=pathlib.Path)
    options = parser.parse_args()
    out = options.out.resolve()
    results = json.loads((out / "results.json").read_text(encoding="utf-8")) if options.again else run(options, out)
    (out / "results.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (out / "report.md").write_text(report.markdown(results), encoding="utf-8")
    (out / "benchmarks.svg").write_text(report.plot(results), encoding="utf-8")
    if options.docs:
        report.write_docs(results, ROOT)
    print(report.markdown(results))
    tell(f"written: {out}/report.md, benchmarks.svg and results.json")


if __name__ == "__main__":
    main()
