"""The service in a booted machine: that it paints what it should, how it is confined, and how it comes back."""
import re
import subprocess
import time

from guest import Guest
from picture import await_slide, now, recognise
from report import hold

DEMO = "/etc/lobby-player/config.yaml"
EXPOSURE = 1.7
MOST_PSS = 128  # MiB, with OpenGL in software; what MemoryCurrent has beyond it is files that can be read again.


def boot_to_the_first_slide(bench):
    """The machine as it is installed; everything else of this file happens in the same machine."""
    slides = bench.show.slides((1280, 720))
    with Guest(bench) as guest:
        with bench.report.step("boot to first slide", guest, target=35 * bench.slow) as step:
            step.seen(await_slide(guest, slides, 240), guest.started)
        with bench.report.step("every letter, with date and clock", guest) as step:
            step.shot, note = whole_picture(bench, guest)
            step.say(note)
        guest.login()
        facts(bench, guest)
        comes_back(bench, guest, slides)


def small_board(bench):
    """Half the memory of the other parts: the same slides, and nobody is ended for want of memory."""
    screen = (1920, 1080)
    slides = bench.show.slides(screen)
    report = bench.report
    with Guest(bench, memory=512, size=screen) as guest:
        with report.step("512 MiB, boot to first slide", guest, target=35 * bench.slow) as step:
            step.seen(await_slide(guest, slides, 240), guest.started)
        guest.login()
        with report.step("512 MiB, half of the slides in turn", guest) as step:
            seen, half = set(), len(slides) // 2
            until = time.monotonic() + 300 * bench.slow
            while len(seen) < half and time.monotonic() < until:
                step.shot, slide, *_ = await_slide(guest, slides, 60)
                seen.add(slide.name)
                time.sleep(2)
            step.say(f"{len(seen)} of {len(slides)} seen",
                     guest.ask("grep -E 'MemTotal|MemAvailable' /proc/meminfo | tr -s '\\n ' ' '"),
                     guest.ask("journalctl -b -u lobby-player -o cat --no-pager | grep -m1 'pixels take'"))
            hold(len(seen) >= half, "it does not go on")
            hold(guest.service("NRestarts") == "0", "it was restarted on the way: " + guest.ask(JOURNAL))
            ended = guest.ask("journalctl -b -k -o cat --no-pager | grep -i 'out of memory'")
            hold(not ended, ended)


def whole_picture(bench, guest):
    """A picture that agrees with the snapshot of its minute, time included."""
    for _ in range(6):
        at = now()
        slides = bench.show.slides((1280, 720), at=at)
        picture, *_ = await_slide(guest, slides, 60)
        slide, note = recognise(picture, slides, with_time=True)
        if slide:
            return picture, f"{note}, at {at}"
    raise AssertionError(f"the picture and the snapshot of its minute differ: {note}")


def facts(bench, guest):
    report = bench.report
    with report.step("service is up", guest) as step:
        guest.wait_for("systemctl is-active lobby-player.service", 120)
        step.say(guest.service("StatusText"))
        hold(guest.service("NRestarts") == "0", "it was restarted on the way: " + guest.ask(JOURNAL))
    with report.step("confinement", guest) as step:
        said = guest.ask("systemd-analyze security --no-pager lobby-player.service | tail -1", 180)
        step.say(said)
        exposure = float(re.search(r": ([0-9.]+) ", said)[1])
        hold(exposure <= EXPOSURE, f"exposure {exposure}, more than {EXPOSURE}")
        pid = guest.service("MainPID")
        caps = guest.ask(f"grep -h ^Cap /proc/{pid}/status")
        hold(all(int(line.split()[1], 16) == 0 for line in caps.splitlines()), f"it has capabilities: {caps}")
        hold(guest.ask(f"stat -c %U /proc/{pid}") == "lobby", "it does not run as lobby")
        hold(guest.ask(f"nsenter -t {pid} -m findmnt -n -o OPTIONS /sys").startswith("ro"), "it sees a /sys to be written")
        hold(guest.ask(f"nsenter -t {pid} -m findmnt -n -o OPTIONS /sys/devices").startswith("rw"),
             "it could not dim a panel")
        groups = guest.ask(f"grep ^Groups: /proc/{pid}/status").split()
        wanted = guest.ask("getent group i2c video | cut -d: -f3").split()
        hold(len(wanted) == 2 and set(wanted) <= set(groups), f"it could not switch a monitor: {groups}, not {wanted}")
    with report.step("no listening socket", guest) as step:
        said = guest.ask("ss -Hltnup")
        hold("lobby" not in said, f"it listens: {said}")
        step.say(said or "nobody listens at all")
    with report.step("what emulation costs", guest) as step:
        step.say(cost(bench, guest))
    with report.step("memory", guest) as step:
        # By now slides gave way to each other, for which a graphics driver in software loads its compiler.
        current = int(guest.service("MemoryCurrent")) / 2**20
        held = pss(guest)
        step.say(f"MemoryCurrent {current:.0f} MiB, PSS {held:.0f} MiB")
        hold(held <= MOST_PSS, f"more than {MOST_PSS} MiB")
    with report.step("a stick is mounted read-only, and gone when it is pulled", guest) as step:
        stick = bench.work / "stick.img"
        stick.unlink(missing_ok=True)
        subprocess.run(["mkfs.vfat", "-C", "-n", "STICK", stick, "8192"], check=True, stdout=subprocess.DEVNULL)
        guest.put_in(stick)
        guest.wait_for("findmnt /media/lobby-sda", 60)
        step.say(mounted := guest.ask("findmnt -n -o TARGET,OPTIONS /media/lobby-sda"))
        hold(" ro," in mounted and "noexec" in mounted, "it can be written, or run from")
        guest.pull_out()
        guest.wait_for("! findmnt /media/lobby-sda", 60)
    with report.step("nothing written outside its folders", guest) as step:
        said = guest.ask("find / -xdev -user lobby -not -path '/var/lib/lobby-player*' -not -path '/var/cache/lobby-player*'")
        hold(not said, f"files of its own elsewhere: {said}")


def pss(guest, part="Pss"):
    """What the player holds in memory, in MiB; `Pss_Anon` is without files."""
    said = guest.ask(f"cat /proc/{guest.service('MainPID')}/smaps_rollup")
    return int(re.search(rf"(?m)^{part}: +(\d+) kB", said)[1]) / 1024


def cost(bench, guest):
    """The same slides drawn here and there, and how long the boot was but for the kernel's own part."""
    at, size = now(), (1280, 720)
    began = time.monotonic()
    bench.show.draw(size, at)
    here = time.monotonic() - began
    began = time.monotonic()
    guest.ask(f"HOME=/tmp/cost lobby-player snapshot --config {DEMO} --out /tmp/cost --at {at} --size 1280x720 > /tmp/cost.log 2>&1; "
              "rm -rf /tmp/cost", 600)
    there = time.monotonic() - began
    kernel = int(guest.ask("systemctl show -p UserspaceTimestampMonotonic --value")) / 1e6
    ready = int(guest.service("ActiveEnterTimestampMonotonic")) / 1e6 - kernel
    return (f"all slides in {there:.1f} s, and in {here:.1f} s by this machine's own processor: {there / here:.0f} times; "
            f"of the boot {kernel:.1f} s were the kernel's own, and {ready:.1f} s from there to the first frame")


JOURNAL = "journalctl -u lobby-player -o cat --no-pager -n 12"


def comes_back(bench, guest, slides):
    report = bench.report
    with report.step("killed", guest, target=12 * bench.slow) as step:
        restarts = int(guest.service("NRestarts"))
        guest.sh("systemctl kill -s KILL lobby-player.service")
        since = time.monotonic()
        restarted(guest, restarts + 1)
        step.seen(await_slide(guest, slides, 60), since)
    with report.step("hung", guest, target=25 * bench.slow) as step:
        restarts = int(guest.service("NRestarts"))
        guest.sh(f"kill -STOP {guest.service('MainPID')}")
        since = time.monotonic()
        restarted(guest, restarts + 1)
        step.seen(await_slide(guest, slides, 60), since)
        hold(guest.ask("ls /var/lib/systemd/coredump 2>/dev/null | wc -l") == "0", "it left a core dump")
    with report.step("killed twenty times in a row", guest) as step:
        restarts = kill_in_a_row(guest, 20)
        since = time.monotonic()
        restarted(guest, restarts)
        step.seen(await_slide(guest, slides, 90), since)
        hold(guest.service("NRestarts") == str(restarts), "it was restarted besides")


def kill_in_a_row(guest, times):
    """As soon as it is there again; how often the unit was restarted by then."""
    restarts = int(guest.service("NRestarts"))
    for turn in range(1, times + 1):
        guest.wait_for("[ $(systemctl show -p MainPID --value lobby-player) != 0 ]", 60)
        guest.sh("systemctl kill -s KILL lobby-player.service")
        hold(guest.service("ActiveState") != "failed", f"failed after {turn} kills")
        restarted(guest, restarts + turn, up=False)
    return restarts + times


def without_opengl(bench):
    """SDL might then draw with something else, which under KMSDRM presents black and says that all is well."""
    slides = bench.show.slides((1280, 720))
    with Guest(bench) as guest:
        await_slide(guest, slides, 240)
        guest.login()
        with bench.report.step("without OpenGL ES", guest) as step:
            guest.sh("mkdir /root/aside; mv /usr/lib/*-linux-gnu/libGLESv2.so.2* /root/aside; "
                     "systemctl restart --no-block lobby-player", 120)
            guest.wait_for("journalctl -b -u lobby-player -o cat --no-pager | grep -q 'SDL cannot open'", 90)
            step.say(guest.ask("journalctl -b -u lobby-player -o cat --no-pager | grep 'SDL cannot open' | tail -1"))
            guest.wait_for("systemctl show -p StatusText lobby-player | grep -q 'waiting for a display'", 60)
            guest.sh("mv /root/aside/* /usr/lib/*-linux-gnu/")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 90), since)


def restarted(guest, times, up=True):
    guest.wait_for(f"[ $(systemctl show -p NRestarts --value lobby-player) -ge {times} ]", 90)
    if up:
        guest.wait_for("systemctl is-active lobby-player.service", 90)
