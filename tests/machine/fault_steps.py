"""A machine that keeps its disk: the network goes, the disk fills, the package is exchanged, the power fails."""
import random
import subprocess
import time

from board_steps import FILE, publish
from guest import Guest
from picture import await_slide
from portal import REMOTE, UNREACHABLE
from report import hold
from service_steps import restarted

STATE = "/var/lib/lobby-player/remote/state.json"
STATUS = "/run/lobby-player/status.json"


def network_and_disk(bench):
    demo = bench.show.slides((1280, 720))
    news = bench.show.slides((1280, 720), config=bench.portal_config)
    report = bench.report
    with Guest(bench, kept=True) as guest:
        await_slide(guest, demo, 240)
        guest.login()
        with report.step("another config is saved, without a network and with nothing kept", guest) as step:
            standby = bench.show.slides((1280, 720), config=UNREACHABLE)
            guest.network(False)
            save_config(guest, REMOTE)
            since = time.monotonic()
            slide = step.seen(await_slide(guest, standby, 90), since)
            asked = bench.portal.asked
            guest.sh("sleep 15", 60)
            await_slide(guest, standby, 20)
            hold(bench.portal.asked == asked, "there was a network")
            step.say("it says: " + ", ".join(slide.texts))
        with report.step("the network comes", guest) as step:
            guest.network(True)
            since = time.monotonic()
            step.seen(await_slide(guest, news, 90), since)
        with report.step("network cut and killed", guest, target=12 * bench.slow) as step:
            guest.network(False)
            since = kill(guest)
            step.seen(await_slide(guest, news, 60), since)
        with report.step("disk full and killed", guest, target=12 * bench.slow) as step:
            guest.network(True)
            guest.sh("fallocate -l $(df --output=avail -B1 / | tail -1) /var/fill; cat /dev/zero > /var/fill2 2>/dev/null", 180)
            hold(guest.ask("df --output=avail / | tail -1").strip() == "0", "the disk is not full")
            since = kill(guest)
            step.seen(await_slide(guest, news, 60), since)
            guest.wait_for("sleep 15", 60)
            await_slide(guest, news, 60)
            hold(guest.service("ActiveState") == "active", "the service is not active")
            guest.wait_for(f"grep -q 'MiB are free on the disk' {STATUS}", 120)
            step.say("the status says so")
        guest.sh("rm -f /var/fill /var/fill2")
        packages(bench, guest, news)
        guest.power_off()
    with report.step("file system is clean") as step:
        step.say(fsck(bench))


def save_config(guest, text):
    guest.sh(f"cat > /etc/lobby-player/config.new <<'E'\n{text}E\n"
             "mv /etc/lobby-player/config.new /etc/lobby-player/config.yaml")


def kill(guest):
    restarts = int(guest.service("NRestarts"))
    guest.sh("systemctl kill -s KILL lobby-player.service")
    since = time.monotonic()
    restarted(guest, restarts + 1)
    return since


def packages(bench, guest, news):
    with bench.report.step("upgrade keeps config and state", guest) as step:
        guest.network(False)
        since = time.monotonic()
        exchange(guest, "/root/newer.deb")
        step.seen(await_slide(guest, news, 90), since)
        step.say(guest.ask("dpkg-query -W lobby-player"))
        hold("+test" in guest.ask("dpkg-query -W lobby-player"), "the newer package is not installed")
    with bench.report.step("and back", guest) as step:
        since = time.monotonic()
        exchange(guest, "/root/lobby-player.deb")
        step.seen(await_slide(guest, news, 90), since)
        hold("+test" not in guest.ask("dpkg-query -W lobby-player"), "the older package is not installed")
        hold(guest.sh("systemctl is-enabled lobby-player.service")[0] == 0, "the service is no longer enabled")
    guest.network(True)


def exchange(guest, package):
    status, said = guest.sh(f"DEBIAN_FRONTEND=noninteractive dpkg --force-downgrade -i {package}", 240)
    hold(status == 0, f"dpkg: {said[-300:]}")
    guest.wait_for("systemctl is-active lobby-player.service", 120)


def fsck(bench):
    done = subprocess.run(["e2fsck", "-fn", bench.image], capture_output=True, text=True)
    hold(done.returncode == 0, f"e2fsck: {done.stdout[-400:]}")
    return done.stdout.strip().splitlines()[-1]


def power_cuts(bench):
    """Goes on with the image of network_and_disk. What shows comes from a bundle, and while the machine runs the news and
    another bundle are there to fetch, to keep and to try. In one boot of three there is no network before the slide."""
    news = bench.show.slides((1280, 720), config=bench.portal_config)
    chance = random.Random(bench.seed)
    join_fleet(bench, news)
    good = 1
    for turn in range(bench.cuts):
        publish(bench, turn + 2, chance.randbytes(1 << 20))
        if chance.random() < 1 / 3:
            with Guest(bench, kept=True) as guest:
                time.sleep(chance.uniform(2, 25) * bench.slow)
        with Guest(bench, kept=True) as guest:
            guest.network(chance.random() < 2 / 3)
            with bench.report.step(f"power cut {turn + 1}", guest, target=35 * bench.slow) as step:
                step.seen(await_slide(guest, news, 240), guest.started)
                guest.login()
                said = guest.ask("dmesg | grep -i 'ext4-fs error'")
                hold(not said, said)
                hold(guest.service("NRestarts") == "0", "it was restarted")
                before, good = good, good_bundle(guest)
                hold(before <= good <= turn + 2, f"bundle {good} is in use after {before}; {turn + 2} was published")
                step.say(f"bundle {good}", guest.ask("grep -o '\"trial\": *\"[^\"]*' " + STATE))
                guest.network(True)
                time.sleep(chance.uniform(0, 20) * bench.slow)
    with Guest(bench, kept=True) as guest:
        with bench.report.step("after the last cut", guest) as step:
            step.seen(await_slide(guest, news, 240), guest.started)
            guest.login()
            # The last one is taken like any other.
            guest.wait_for(f"grep -q '\"good\": *\"{bench.cuts + 1}-' {STATE}", 120)
            step.say(f"bundle {good_bundle(guest)}")
        guest.power_off()
    with bench.report.step("file system is clean after the cuts") as step:
        step.say(fsck(bench))


def join_fleet(bench, news):
    """Shows the portal by a bundle from now on, the first."""
    key = publish(bench)
    with Guest(bench, kept=True) as guest:
        with bench.report.step("a bundle shows the portal", guest) as step:
            guest.login()
            text = FILE.format(name="sanh-1", key=key).replace("\r", "") + "  probation: 5s\n"
            save_config(guest, text)
            since = time.monotonic()
            guest.wait_for(f"grep -q '\"good\": *\"1-' {STATE}", 120)
            step.seen(await_slide(guest, news, 90), since)
            guest.sh("sync")


def good_bundle(guest):
    return int(guest.ask("sed -n 's/.*\"good\": *\"\\([0-9]*\\)-.*/\\1/p' " + STATE) or 0)


def read_only(bench):
    """The whole disk cannot be written: with what is written in memory, and with nowhere to write at all."""
    slides = bench.show.slides((1280, 720))
    for name, append in (("read-only root with var in memory", "systemd.volatile=state"), ("nothing can be written", "")):
        with Guest(bench, locked=True, append=append) as guest:
            with bench.report.step(name, guest) as step:
                step.seen(await_slide(guest, slides, 240), guest.started)
                guest.login()
                hold(guest.sh("touch /usr/x")[0] != 0, "the root can be written")
                hold(guest.service("ActiveState") == "active", "the service is not active")
                if not append:
                    guest.wait_for(f"grep -q 'state folder is read-only' {STATUS}", 120)
                    step.say("the status says so")
