"""A screen that is off on purpose, and who lights it."""
import time

from guest import Guest
from picture import await_slide
from report import hold
from service_steps import DEMO

NEVER = r"s|^screen:|screen:\n  on: {dates: 1/1/2001}\n  wake: 1m|"
WAKE = "/var/lib/lobby-player/notices/wake"
DARK = ("systemctl show -p StatusText lobby-player | grep -q 'off on purpose' && "
        "[ $(cat /sys/class/drm/card0-Virtual-1/dpms) = Off ]")


def hours(bench):
    """By the kernel's word: what QEMU shows of a display that carries no picture is a notice of its own."""
    slides = bench.show.slides((1280, 720))
    report = bench.report
    with Guest(bench) as guest:
        await_slide(guest, slides, 240)
        guest.login()
        restarts = guest.service("NRestarts")
        with report.step("off out of its hours", guest) as step:
            exchange(guest, NEVER)
            guest.wait_for(DARK, 60)
            step.say(guest.service("StatusText"))
        with report.step("lit by the duty officer", guest, target=12 * bench.slow) as step:
            guest.sh(f"touch {WAKE}")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
        with report.step("off again after a minute", guest):
            guest.wait_for(DARK, 120)
            hold(time.monotonic() - since > 50, "it did not stay for its minute")
        with report.step("lit by a key", guest, target=12 * bench.slow) as step:
            guest.press("spc")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
        with report.step("its hours begin", guest, target=12 * bench.slow) as step:
            guest.wait_for(DARK, 120)
            exchange(guest, "")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            hold(guest.service("NRestarts") == restarts, "it was restarted: " + guest.ask(
                "journalctl -u lobby-player -o cat --no-pager -n 12"))


def exchange(guest, change):
    """The config as it was installed, with a change by sed."""
    guest.sh(f"[ -e /root/config.yaml ] || cp {DEMO} /root/config.yaml")
    guest.sh(f"sed '{change}' /root/config.yaml > {DEMO}.new && mv {DEMO}.new {DEMO}")
