"""Televisions that are switched off and on, and exchanged."""
import time

from guest import Guest
from picture import await_slide
from report import hold

OFF_SECONDS, OFF_AT_BOOT = 20, 120
OTHER = (800, 600)


def black(guest):
    return f"black for {guest.black:.1f} s"


def unplugged(bench):
    slides = bench.show.slides((1280, 720))
    with Guest(bench) as guest:
        await_slide(guest, slides, 240)
        guest.login()
        with bench.report.step("unplugged and plugged in again", guest, target=12 * bench.slow) as step:
            guest.plug("off")
            guest.wait_for(f"sleep {OFF_SECONDS}", 60)
            guest.plug("detect")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            step.say(black(guest))
            hold(guest.service("NRestarts") == "0", "it was restarted")
            hold(guest.service("ActiveState") == "active", "the service is not active")
        with bench.report.step("another television", guest, target=12 * bench.slow) as step:
            restarts = guest.service("NRestarts")
            others = bench.show.slides(OTHER)
            guest.other_television(*OTHER)
            since = time.monotonic()
            guest.wait_for(f"head -1 /sys/class/drm/card0-Virtual-1/modes | grep -qx {OTHER[0]}x{OTHER[1]}", 20)
            step.seen(await_slide(guest, others, 60), since)
            step.say(black(guest))
            hold(guest.service("NRestarts") == restarts, "it was restarted")
        with bench.report.step("exchanged while unplugged", guest, target=12 * bench.slow) as step:
            restarts = guest.service("NRestarts")
            guest.plug("off")
            guest.other_television(1280, 720)
            guest.wait_for(f"sleep {OFF_SECONDS}", 60)
            guest.plug("detect")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            step.say(black(guest))
            hold(guest.service("NRestarts") == restarts, "it was restarted")


def off_at_boot(bench):
    slides = bench.show.slides((1280, 720))
    with Guest(bench, append="video=Virtual-1:d") as guest:
        guest.login()
        with bench.report.step("television off at boot", guest, target=12 * bench.slow) as step:
            guest.wait_for("systemctl is-active lobby-player.service", 120)
            step.say(guest.service("StatusText"))
            hold("waiting for a display" in guest.service("StatusText"), "it does not say that it waits")
            guest.sh(f"sleep {OFF_AT_BOOT}", 2 * OFF_AT_BOOT)
            guest.plug("detect")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            step.say(black(guest))
            hold(guest.service("NRestarts") == "0", "it was restarted")
