#!/usr/bin/python3
"""The guard of a board (deploy/board/guard) with the dpkg of Debian, in a root of its own.

    guard_test.py SOURCE_FOLDER [TEST...]

The packages are small and have the preinst of ours, with the guard in it; only systemd and the player are played here.
The whole of it, with both and with power cuts, is seen in the booted machine (tests/machine, part `update`).
"""

import contextlib
import fcntl
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

source = pathlib.Path(sys.argv.pop(1))
guard = (source / "deploy/board/guard").read_text()
preinst = (source / "deploy/debian/preinst.in").read_text().replace("@guard@", guard)

SYSTEMCTL = """#!/bin/sh
case "$*" in
  show*) cat "$DPKG_ROOT/unit/$3" ;;
  *restart*) echo "$$" > "$DPKG_ROOT/unit/InvocationID" ;;
esac
"""
POSTINST = """#!/bin/sh
[ "$1" != configure ] || echo "$$" > "$DPKG_ROOT/unit/InvocationID"
"""
ENDS_BEFORE = "exit 1\n"
IS_CUT_OFF = "kill -9 $PPID; exit 1\n"
PAINTS, DARK = {"text": "playing", "frames": 7, "on_screen": "A headline"}, {"text": "no frame yet", "frames": 0}
STANDBY = {"text": "playing", "frames": 7, "on_screen": "standby"}
OFF = {"text": "the screen is off on purpose", "frames": 0, "power": "off on purpose"}
WAITS = {"text": "waiting for a display: it cannot be opened", "frames": 0}


class Board:
    """A root with dpkg's state and a unit, in which versions of a package are installed and played."""

    def __init__(self, root):
        self.root = root
        for folder in ("bin", "unit", "run/lobby-player", "etc/default", "var/log", "var/lib/dpkg/info",
                       "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "sys/class/drm/card0-HDMI-A-1"):
            (root / folder).mkdir(parents=True)
        for file in ("status", "available", "lock"):
            (root / "var/lib/dpkg" / file).touch()
        self.program("systemctl", SYSTEMCTL)
        self.program("sleep", "#!/bin/sh\nexec /bin/sleep 0.2\n")
        self.write("sys/class/drm/card0-HDMI-A-1/status", "connected\n")
        self.write("etc/default/lobby-player", "LOBBY_BACK_AFTER=2\nLOBBY_GOOD_AFTER=2\n")
        for name, value in {"InvocationID": "0", "NRestarts": "0", "ActiveState": "active", "StatusText": ""}.items():
            self.write("unit/" + name, value)
        self.shows = {}
        self.environment = dict(os.environ, DPKG_ROOT=str(root), DPKG_FORCE="script-chrootless,not-root,bad-path,downgrade",
                                PATH=f"{root}/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL="C")

    def program(self, name, text):
        self.write("bin/" + name, text)
        (self.root / "bin" / name).chmod(0o755)

    def write(self, name, text):
        path = self.root / name
        path.with_name(path.name + ".new").write_text(text)
        path.with_name(path.name + ".new").rename(path)

    def read(self, name):
        path = self.root / name
        return path.read_text().strip() if path.exists() else ""

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)

    def package(self, version, ends=""):
        box = self.root / "packages" / f"{version}{'-ends' if ends else ''}"
        if box.exists():
            shutil.rmtree(box)
        (box / "DEBIAN").mkdir(parents=True)
        files = {"usr/bin/lobby-player": "#!/bin/sh\n", "usr/share/lobby-player/version": version + "\n",
                 "usr/libexec/lobby-player/guard": guard}
        for name, text in files.items():
            (box / name).parent.mkdir(parents=True, exist_ok=True)
            (box / name).write_text(text)
            (box / name).chmod(0o755)
        sums = subprocess.run(["md5sum", *files], cwd=box, capture_output=True, text=True, check=True).stdout
        scripts = {"preinst": preinst + ends, "postinst": POSTINST}
        for name, text in scripts.items():
            (box / "DEBIAN" / name).write_text(text)
            (box / "DEBIAN" / name).chmod(0o755)
        (box / "DEBIAN/md5sums").write_text(sums)
        (box / "DEBIAN/control").write_text(
            f"Package: lobby-player\nVersion: {version}\nArchitecture: all\nMaintainer: Nobody <nobody@example.org>\n"
            "Description: A version\n of it\n")
        made = box.with_suffix(".deb")
        subprocess.run(["/usr/bin/dpkg-deb", "--root-owner-group", "-b", box, made], check=True, capture_output=True)
        return made

    def install(self, version, shows=None, ends=""):
        if shows:
            self.shows[version] = shows
        return self.run("dpkg", "-i", str(self.package(version, ends)))

    def start_with(self, version, shows):
        """What was there before there was anything to watch."""
        self.install(version, shows)
        self.play()

    def version(self):
        return self.run("dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", "lobby-player").stdout

    def verdict(self):
        return self.read("var/lib/lobby-player-update/verdict")

    def on_probation(self):
        return (self.root / "var/lib/lobby-player-update/trial").exists()

    def play(self):
        """The player tells how it is, as often as it does."""
        shown = self.shows.get(self.read("usr/share/lobby-player/version"), PAINTS)
        self.write("unit/StatusText", shown["text"])
        status = {"uptime_s": 99, "frames": shown["frames"], "on_screen": shown.get("on_screen", shown["text"]),
                  "display": {"driver": "KMSDRM", "power": shown.get("power", "on"), "switches": []}}
        self.write("run/lobby-player/status.json", json.dumps(status, indent=1))

    def guard(self, *words):
        return self.run("sh", str(self.root / "var/lib/lobby-player-update/guard"), *words)

    def watch(self, seconds=40):
        """Until the probation is over, or for so long. What the guard said."""
        ends_at = time.monotonic() + seconds
        with subprocess.Popen(["sh", self.root / "var/lib/lobby-player-update/guard", "watch"], env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as watching:
            while watching.poll() is None and time.monotonic() < ends_at:
                self.play()
                time.sleep(0.1)
            if watching.poll() is None:
                watching.send_signal(signal.SIGTERM)
            return watching.communicate()[0]

    @contextlib.contextmanager
    def somebody_works_with_dpkg(self):
        with open(self.root / "var/lib/dpkg/lock", "r+", encoding="ascii") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX)
            yield


class Guard(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="guard-")
        self.addCleanup(folder.cleanup)
        self.board = Board(pathlib.Path(folder.name))
        self.board.start_with("1", PAINTS)

    def installs(self, version, shows):
        installed = self.board.install(version, shows)
        self.assertEqual(installed.returncode, 0, installed.stderr)

    def test_a_version_that_paints_stays(self):
        self.installs("2", PAINTS)
        self.assertEqual(self.board.verdict(), "on probation: 2")
        self.board.watch()
        self.assertEqual(self.board.verdict(), "good: 2")
        self.assertEqual(self.board.version(), "installed 2")
        self.assertFalse(self.board.on_probation())

    def test_one_that_finds_nothing_to_show_is_taken_back_where_the_one_before_did(self):
        self.installs("2", STANDBY)
        self.board.watch()
        self.assertEqual(self.board.version(), "installed 1")

    def test_one_that_has_nothing_to_show_either_stays(self):
        self.board.shows["1"] = STANDBY
        self.board.play()
        self.installs("2", STANDBY)
        self.board.watch()
        self.assertEqual(self.board.verdict(), "good: 2")

    def test_one_that_has_nothing_to_show_stays_where_nobody_knows_what_the_one_before_had(self):
        self.board.shows["1"] = OFF
        self.board.play()
        self.installs("2", STANDBY)
        self.board.watch()
        self.assertEqual(self.board.verdict(), "good: 2")

    def test_one_that_stays_dark_is_taken_back_and_not_brought_again(self):
        self.installs("2", DARK)
        self.board.watch()
        self.assertRegex(self.board.verdict(), r"^taken back: 2, for there was no picture for \d+ seconds; 1 plays$")
        self.assertEqual(self.board.version(), "installed 1")
        self.assertIn("Pin: version 2", self.board.read("etc/apt/preferences.d/lobby-player-taken-back"))
        again = self.board.install("2")
        self.assertNotEqual(again.returncode, 0)
        self.assertIn("was installed before and taken back", again.stderr)
        self.installs("3", DARK)
        self.board.watch()
        pins = self.board.read("etc/apt/preferences.d/lobby-player-taken-back")
        self.assertEqual([line for line in pins.splitlines() if line.startswith("Pin: ")], ["Pin: version 2", "Pin: version 3"])
        self.installs("4", PAINTS)

    def test_what_came_back_is_what_was_there_also_where_a_file_of_it_was_edited(self):
        self.board.write("usr/share/lobby-player/version", "1 as somebody wants it\n")
        self.board.shows["1 as somebody wants it"] = PAINTS
        self.installs("2", DARK)
        self.board.watch()
        self.assertEqual(self.board.version(), "installed 1")
        self.assertEqual(self.board.read("usr/share/lobby-player/version"), "1 as somebody wants it")

    def test_a_version_of_which_the_card_does_not_give_a_file_is_not_replaced(self):
        self.board.program("tar", "#!/bin/sh\ncase $* in *--no-recursion*) /usr/bin/tar \"$@\"; exit 2 ;; esac\n"
                                  "exec /usr/bin/tar \"$@\"\n")
        refused = self.board.install("2", PAINTS)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("apt-get install --reinstall lobby-player=1", refused.stderr)
        self.assertEqual(self.board.version(), "installed 1")

    def test_a_version_that_cannot_be_kept_is_not_replaced(self):
        self.board.program("dpkg-deb", "#!/bin/sh\ncase $1 in --root*) exit 2 ;; esac\nexec /usr/bin/dpkg-deb \"$@\"\n")
        refused = self.board.install("2", PAINTS)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("version 1 cannot be kept", refused.stderr)
        self.assertEqual(self.board.version(), "installed 1")

    def test_the_probation_goes_on_where_the_next_version_does_not_come(self):
        self.installs("2", DARK)
        self.assertNotEqual(self.board.install("3", ends=ENDS_BEFORE).returncode, 0)
        self.assertEqual(self.board.version(), "installed 2")
        self.board.watch()
        self.assertRegex(self.board.verdict(), r"^taken back: 2, for .*; 1 plays$")
        self.assertEqual(self.board.version(), "installed 1")

    def test_the_probation_goes_on_where_the_way_back_by_hand_fails(self):
        self.installs("2", DARK)
        self.assertNotEqual(self.board.install("1", ends=ENDS_BEFORE).returncode, 0)
        self.assertEqual(self.board.version(), "installed 2")
        self.board.watch()
        self.assertRegex(self.board.verdict(), r"^taken back: 2, for .*; 1 plays$")

    def test_one_whose_installation_fails_is_not_on_probation(self):
        self.assertNotEqual(self.board.install("2", ends=ENDS_BEFORE).returncode, 0)
        self.board.watch()
        self.assertEqual(self.board.verdict(), "cut off: 2; 1 plays")
        self.assertFalse(self.board.on_probation())

    def test_whoever_goes_back_by_hand_ends_the_probation(self):
        self.installs("2", DARK)
        self.installs("1", PAINTS)
        self.board.watch()
        self.assertEqual(self.board.verdict(), "1 was put in the place of 2 by hand")
        self.installs("2", PAINTS)

    def test_two_versions_that_follow_each_other_go_back_to_the_one_that_proved_itself(self):
        self.installs("2", DARK)
        self.installs("3", DARK)
        self.board.watch()
        self.assertRegex(self.board.verdict(), r"^taken back: 3, for .*; 1 plays$")
        self.assertEqual(self.board.version(), "installed 1")

    def test_what_was_cut_off_before_it_was_unpacked_leaves_what_was_there(self):
        self.board.install("2", PAINTS, ends=IS_CUT_OFF)
        self.assertNotRegex(self.board.version(), "^installed")
        mended = self.board.guard("mend")
        self.assertEqual(mended.returncode, 0, mended.stderr)
        self.assertEqual(self.board.version(), "installed 1")
        self.assertEqual(self.board.verdict(), "cut off: 2; 1 plays")

    def test_what_was_cut_off_while_it_was_kept_leaves_what_was_there_also_where_a_file_was_edited(self):
        self.board.write("usr/share/lobby-player/version", "1 as somebody wants it\n")
        self.board.program("dpkg-deb", "#!/bin/sh\ncase $1 in --root*) kill -9 $(cat $DPKG_ROOT/dpkg.pid); kill -9 $PPID ;; esac\n"
                                       "exec /usr/bin/dpkg-deb \"$@\"\n")
        made = self.board.package("2")
        self.board.run("sh", "-c", f"echo $$ > $DPKG_ROOT/dpkg.pid; exec dpkg -i {made}")
        (self.board.root / "bin/dpkg-deb").unlink()
        self.assertNotRegex(self.board.version(), "^installed")
        mended = self.board.run("sh", str(source / "deploy/board/guard"), "mend")
        self.assertEqual(mended.returncode, 0, mended.stderr)
        self.assertEqual(self.board.version(), "installed 1")
        self.assertEqual(self.board.read("usr/share/lobby-player/version"), "1 as somebody wants it")

    def test_what_was_cut_off_leaves_what_was_there_on_its_probation(self):
        self.installs("2", DARK)
        self.board.install("3", PAINTS, ends=IS_CUT_OFF)
        mended = self.board.guard("mend")
        self.assertEqual(mended.returncode, 0, mended.stderr)
        self.assertEqual(self.board.version(), "installed 2")
        self.assertEqual(self.board.verdict(), "on probation: 2")
        self.board.watch()
        self.assertRegex(self.board.verdict(), r"^taken back: 2, for .*; 1 plays$")

    def test_what_was_cut_off_in_the_middle_gives_way_to_what_was_kept(self):
        self.board.install("2", PAINTS, ends=IS_CUT_OFF)
        self.board.write("usr/share/lobby-player/version", "half of 2\n")
        mended = self.board.guard("mend")
        self.assertEqual(mended.returncode, 0, mended.stderr)
        self.assertEqual(self.board.version(), "installed 1")
        self.assertEqual(self.board.read("usr/share/lobby-player/version"), "1")

    def test_nothing_is_taken_back_while_somebody_works_with_dpkg(self):
        self.installs("2", DARK)
        with self.board.somebody_works_with_dpkg():
            self.assertNotIn("is taken back", self.board.watch(seconds=4))
        self.assertEqual(self.board.version(), "installed 2")
        self.board.watch()
        self.assertEqual(self.board.version(), "installed 1")

    def test_a_display_that_the_version_before_could_open_is_held_against_the_new_one(self):
        self.installs("2", WAITS)
        self.board.watch()
        self.assertEqual(self.board.version(), "installed 1")

    def test_a_display_that_no_version_could_open_is_not(self):
        self.board.shows["1"] = WAITS
        self.board.play()
        self.installs("2", WAITS)
        self.board.watch(seconds=4)
        self.assertEqual(self.board.version(), "installed 2")
        self.assertTrue(self.board.on_probation())

    def test_one_that_no_version_had_to_open_is(self):
        self.board.shows["1"] = OFF
        self.board.play()
        self.installs("2", WAITS)
        self.board.watch()
        self.assertEqual(self.board.version(), "installed 1")

    def test_a_screen_that_is_off_on_purpose_says_nothing(self):
        self.installs("2", OFF)
        self.board.watch(seconds=4)
        self.assertTrue(self.board.on_probation())


if __name__ == "__main__":
    unittest.main(verbosity=2)
