"""Screens of every size and shape, the mode and the turn that a config asks for, and the right one of two cards."""
import time

import numpy

from guest import Guest
from picture import await_slide
from report import hold
from screen_steps import exchange

SIZES = ((640, 360), (1080, 1920))
LARGE = (3840, 2160)


def sizes(bench):
    for size in SIZES:
        slides = bench.show.slides(size)
        with Guest(bench, size=size) as guest:
            with bench.report.step(f"{size[0]} × {size[1]}", guest) as step:
                step.seen(await_slide(guest, slides, 240), guest.started)
    slides = bench.show.slides((1920, 1080))
    with Guest(bench, size=LARGE) as guest:
        with bench.report.step("a display larger than it need be gets 1920 × 1080", guest) as step:
            step.seen(await_slide(guest, slides, 240), guest.started)
        guest.login()
        with bench.report.step(f"its {LARGE[0]} × {LARGE[1]}, where the config asks for that", guest) as step:
            large = bench.show.slides(LARGE)
            exchange(guest, r"s|^screen:|screen:\n  mode: max|")
            since = time.monotonic()
            step.seen(await_slide(guest, large, 240), since)


def wishes(bench):
    """What the config says of mode and rotation is done as soon as it is saved."""
    report = bench.report
    slides = bench.show.slides((1280, 720))
    with Guest(bench) as guest:
        await_slide(guest, slides, 240)
        guest.login()
        restarts = guest.service("NRestarts")
        with report.step("another mode", guest, target=12 * bench.slow) as step:
            smaller = bench.show.slides((1024, 768))
            exchange(guest, r"s|^screen:|screen:\n  mode: 1024x768|")
            since = time.monotonic()
            step.seen(await_slide(guest, smaller, 60), since)
        with report.step("hung upright", guest, target=12 * bench.slow) as step:
            hung = [turned(slide) for slide in bench.show.slides((720, 1280))]
            exchange(guest, "s|rotate: 0|rotate: 90|")
            since = time.monotonic()
            step.seen(await_slide(guest, hung, 60), since)
        with report.step("its own mode again", guest, target=12 * bench.slow) as step:
            exchange(guest, "")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            hold(guest.service("NRestarts") == restarts, "it was restarted")


def turned(slide):
    """As the screen gets it where it is hung by a quarter clockwise."""
    height = slide.picture.shape[0]
    return slide.with_picture(numpy.rot90(slide.picture, -1), lambda x, y, w, h: [height - y - h, x, h, w])


def cards(bench):
    """As on a Raspberry Pi 4 or 5, where the first card draws and has no socket, and another one has the television."""
    slides = bench.show.slides((1280, 720))
    with Guest(bench, append="modprobe.blacklist=virtio_gpu") as guest:
        guest.login()
        with bench.report.step("the card with the television is the second one", guest, target=12 * bench.slow) as step:
            guest.wait_for("systemctl show -p StatusText lobby-player | grep -q 'waiting for a display'", 120)
            guest.sh("modprobe vgem && modprobe virtio_gpu", 60)
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 90), since)
            said = guest.ask("ls -d /sys/class/drm/card*; journalctl -u lobby-player -o cat --no-pager | grep 'playing on'")
            step.say(said)
            hold("card1-Virtual-1" in said and "card0-" not in said, "the machine has no such cards")
            hold(guest.service("NRestarts") == "0", "it was restarted")
