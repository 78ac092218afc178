"""A screen that is off on purpose, by DPMS and by HDMI-CEC, and who lights it."""
import time

from guest import Guest
from picture import await_slide
from report import hold
from service_steps import DEMO, kill_in_a_row, pss, restarted

NEVER = r"s|^screen:|screen:\n  on: {dates: 1/1/2001}\n  wake: 1m|"
WAKE = "/var/lib/lobby-player/notices/wake"
MOST_GROWTH = 0.5  # MiB in a minute; it was none at all.
STATUS = "cat /run/lobby-player/status.json"
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
        with report.step("its memory while it is dark", guest) as step:
            guest.sh("sleep 75", 150)  # Until each source of the demo was asked.
            before = pss(guest, "Pss_Anon")
            guest.sh("sleep 60", 120)
            after = pss(guest, "Pss_Anon")
            step.say(f"{before:.2f} MiB of its own, a minute later {after:.2f} MiB")
            hold(after - before < MOST_GROWTH, "it grows in the dark")
            hold(guest.service("NRestarts") == restarts, "the watchdog restarted it")
        with report.step("lit by the duty officer", guest, target=12 * bench.slow) as step:
            guest.sh(f"touch {WAKE}")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
        with report.step("off again after a minute", guest):
            guest.wait_for(DARK, 120)
            hold(time.monotonic() - since > 50, "it did not stay for its minute")
        with report.step("lit by a key, after five kills in the dark", guest, target=12 * bench.slow) as step:
            restarts = str(kill_in_a_row(guest, 5))
            restarted(guest, int(restarts))
            guest.wait_for(DARK, 60)
            guest.press("esc")  # Which ends a player that somebody started by hand.
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
        with report.step("a television that shows no sign of itself in standby", guest, target=12 * bench.slow) as step:
            guest.wait_for(DARK, 120)
            guest.plug("off")
            guest.sh("sleep 8")
            hold("off on purpose" in guest.service("StatusText"), "it says: " + guest.service("StatusText"))
            guest.press("spc")
            guest.wait_for("systemctl show -p StatusText lobby-player | grep -q 'waiting for a display'", 30)
            guest.plug("detect")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
        with report.step("its hours begin", guest, target=12 * bench.slow) as step:
            guest.wait_for(DARK, 120)
            exchange(guest, "")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            hold(guest.service("NRestarts") == restarts, "it was restarted: " + guest.ask(
                "journalctl -u lobby-player -o cat --no-pager -n 12"))


def cec(bench):
    """The television is the kernel's: a driver for tests with an output, which is this board's, and an input, at which a
    program answers as a television does."""
    slides = bench.show.slides((1280, 720))
    report = bench.report
    with Guest(bench) as guest:
        await_slide(guest, slides, 240)
        guest.login()
        guest.sh("modprobe vivid num_inputs=1 input_types=0x3 num_outputs=1 output_types=0x1", 120)
        television = guest.wait_for("for each in /dev/cec*; do cec-ctl -d $each | grep -q 'Physical Address *: 0.0.0.0' && "
                                    "echo $each; done | grep cec", 60).strip()
        guest.sh(f"cec-ctl -d {television} --tv > /dev/null")
        guest.sh(f"stdbuf -oL cec-follower -d {television} -m -s > /root/television.log 2>&1 &")
        restarts = guest.service("NRestarts")
        with report.step("television goes to standby by CEC", guest) as step:
            exchange(guest, NEVER[:-1] + r"\n  power: [cec]|")
            guest.wait_for("grep -qw STANDBY /root/television.log", 60)
            guest.wait_for(told("off on purpose", "off"), 60)
            step.say(guest.service("StatusText"))
        with report.step("television wakes up by CEC", guest, target=12 * bench.slow) as step:
            guest.sh(f"touch {WAKE}")
            since = time.monotonic()
            guest.wait_for("grep -qw IMAGE_VIEW_ON /root/television.log && grep -qw ACTIVE_SOURCE /root/television.log", 60)
            step.seen(await_slide(guest, slides, 60), since)
            guest.wait_for(told("on", "on"), 60)
        with report.step("television stops answering", guest) as step:
            guest.sh(f"kill %1; cec-ctl -d {television} --clear > /dev/null")
            guest.wait_for(STATUS + """ | grep -q '"power": "failed: /dev/cec.: the television does not answer'""", 180)
            step.say(guest.ask(STATUS + """ | grep '"power"'""").strip())
            hold(guest.service("NRestarts") == restarts, "it was restarted")


def told(power, says):
    """That the status has this word for the screen, and the television said so itself."""
    return f"""{STATUS} | grep -q '"power": "{power}"' && {STATUS} | grep -q '"says": "{says}"'"""


def exchange(guest, change):
    """The config as it was installed, with a change by sed."""
    guest.sh(f"[ -e /root/config.yaml ] || cp {DEMO} /root/config.yaml")
    guest.sh(f"sed '{change}' /root/config.yaml > {DEMO}.new && mv {DEMO}.new {DEMO}")
