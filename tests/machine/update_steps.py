"""New versions of the package: one that plays stays, one that does not is taken back by the machine itself."""
import random
import re
import shutil
import time

from guest import Guest
from picture import await_slide
from report import hold
from service_steps import kill_in_a_row, restarted

INSTALL = "DEBIAN_FRONTEND=noninteractive dpkg -i {} < /dev/null"
VERDICT = "cat /var/lib/lobby-player-update/verdict"


def updates(bench):
    slides = bench.show.slides((1280, 720))
    report = bench.report
    with Guest(bench, kept=True) as guest:
        await_slide(guest, slides, 240)
        guest.login()
        guest.sh("printf 'LOBBY_GOOD_AFTER=20\\n' > /etc/default/lobby-player")
        first = guest.ask("dpkg-query -W -f '${Version}' lobby-player")
        with report.step("a new version that ends at once", guest) as step:
            taken_back(guest, slides, step, "ends", first)
        with report.step("is refused from then on", guest) as step:
            status, said = guest.sh(INSTALL.format("/root/ends.deb"), 120)
            hold(status != 0 and "taken back" in said, f"dpkg says {said[-300:]}")
            hold(guest.ask("dpkg-query -W -f '${Version} ${db:Status-Status}' lobby-player") == f"{first} installed",
                 "the old version is not whole")
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            step.say(guest.ask("cat /etc/apt/preferences.d/lobby-player-taken-back | tail -2"))
        with report.step("a new version that hangs before the first picture", guest) as step:
            taken_back(guest, slides, step, "hangs", first)
        with report.step("a new version that cannot open the television", guest) as step:
            taken_back(guest, slides, step, "dark", first)
        with report.step("a new version that plays stays, though the one before ended twelve times", guest) as step:
            restarted(guest, kill_in_a_row(guest, 12))
            status, said = guest.sh(INSTALL.format("/root/newer.deb"), 240)
            hold(status == 0, f"dpkg: {said[-300:]}")
            since = time.monotonic()
            hold(guest.ask(VERDICT).startswith("on probation: "), "it is not on probation")
            guest.wait_for(VERDICT + " | grep -q ^good", 240)
            step.say(f"proven after {time.monotonic() - since:.0f} s", guest.ask(VERDICT))
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            hold("+test" in guest.ask("dpkg-query -W lobby-player"), "the newer version did not stay")
        guest.sh("dpkg --force-downgrade -i /root/lobby-player.deb < /dev/null", 240)
        guest.wait_for(VERDICT + " | grep -q ^good", 240)
        guest.sh("sync")
        guest.power_off()
    cut_off_early(bench, slides, first)
    cut_off(bench, slides)
    shutil.copyfile(bench.pristine, bench.image)


def taken_back(guest, slides, step, name, first):
    status, said = guest.sh(INSTALL.format(f"/root/{name}.deb"), 240)
    since = time.monotonic()
    hold(status == 0, f"dpkg: {said[-300:]}")
    guest.wait_for(VERDICT + " | grep -q '^taken back: .*+" + name + "'", 400)
    step.say(f"decided and installed after {time.monotonic() - since:.0f} s")
    step.seen(await_slide(guest, slides, 90), since)
    step.say(guest.ask(VERDICT))
    hold(guest.ask("dpkg-query -W -f '${Version} ${db:Status-Status}' lobby-player") == f"{first} installed",
         "the version before is not installed")
    step.say(guest.ask("journalctl -b -u lobby-player-update -o cat --no-pager | grep 'is taken back' | tail -1"))


def cut_off_early(bench, slides, first):
    """The power fails in the first upgrade of a board, before anything of the new version is there: dpkg does not take that
    up by itself, and wants the package again."""
    with Guest(bench, kept=True) as guest:
        await_slide(guest, slides, 240)
        guest.login()
        guest.sh("rm -rf /var/lib/lobby-player-update; sync")
        guest.sh("(" + INSTALL.format("/root/newer.deb") + ") > /root/said 2>&1 &")
        guest.wait_for("ls -d /var/lib/lobby-player-update/keeping.*", 60)
        guest.sh("sync")
    with Guest(bench, kept=True) as guest:
        with bench.report.step("power cut while the version before is kept", guest) as step:
            step.seen(await_slide(guest, slides, 240), guest.started)
            guest.login()
            guest.wait_for("[ -z \"$(dpkg --audit)\" ]", 120)
            step.say(guest.ask("dpkg-query -W -f '${Version} ${db:Status-Status}' lobby-player"), guest.ask(VERDICT))
            hold(guest.ask("dpkg-query -W -f '${db:Status-Status}' lobby-player") == "installed", "it is not whole")
            guest.sh("dpkg --force-downgrade -i /root/lobby-player.deb < /dev/null", 240)
            hold(guest.ask("dpkg-query -W -f '${Version}' lobby-player") == first, "it does not go back")
        guest.power_off()


def cut_off(bench, slides):
    """The power fails while dpkg is at work."""
    chance = random.Random(bench.seed)
    for turn in range(bench.cuts):
        wait = chance.uniform(0, 8) * bench.slow
        with Guest(bench, kept=True) as guest:
            await_slide(guest, slides, 240)
            guest.login()
            guest.serial.sendall((INSTALL.format("/root/newer.deb") + "\n").encode())
            guest.expect("Unpacking|Preparing", 60)
            time.sleep(wait)
        with Guest(bench, kept=True) as guest:
            with bench.report.step(f"power cut {turn + 1} in an upgrade", guest) as step:
                step.seen(await_slide(guest, slides, 240), guest.started)
                guest.login()
                guest.wait_for("[ -z \"$(dpkg --audit)\" ]", 120)
                step.say(guest.ask("dpkg-query -W -f '${Version} ${db:Status-Status}' lobby-player"),
                         guest.ask("journalctl -b -u lobby-player-mend -o cat --no-pager | head -2"),
                         verdict := guest.ask(VERDICT))
                hold("cut off" not in verdict or re.match(r"cut off: [^;]+; \S+ plays", verdict), f"it says: {verdict}")
                step.seen(await_slide(guest, slides, 120), guest.started)
                guest.sh("dpkg --force-downgrade -i /root/lobby-player.deb < /dev/null", 240)
            guest.power_off()
