"""A board that nobody attends: enrolled by a file on its boot partition, bound in what it may take, with its content on a
partition of its own."""
import base64
import os
import pathlib
import shutil
import subprocess
import time

from guest import Guest
from picture import await_slide, picture_of
from portal import REMOTE
from report import hold
from service_steps import restarted

ROOT = pathlib.Path(__file__).resolve().parents[2]
BOOT = "cat /proc/sys/kernel/random/boot_id"
SECRET = "mat khau rat bi mat"
FILE = """device: {{name: {name}, group: tang-1}}\r
remote:\r
  url: http://10.0.2.100/lobby/bundle.yaml\r
  public_key: {key}\r
  every: 5s\r
"""


def make_boot_partition(bench, text=None):
    """An empty FAT as a computer makes it; with the file of an enrolment in it where there is one."""
    pathlib.Path(bench.boot).unlink(missing_ok=True)
    subprocess.run(["mkfs.vfat", "-C", "-n", "BOOT", bench.boot, "32768"], check=True, stdout=subprocess.DEVNULL)
    if text is not None:
        put(bench, text)


def put(bench, text):
    file = bench.work / "lobby-player.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    subprocess.run(["mcopy", "-o", "-i", bench.boot, file, "::lobby-player.yaml"], check=True)


def publish(bench, version=1, ballast=b""):
    """A bundle of the portal's config, signed by a key made for it, on the portal; the public key. The ballast is a file
    in it that takes a while to fetch."""
    inside = pathlib.Path(bench.show.root) / "tmp/bundle"
    shutil.rmtree(inside, ignore_errors=True)
    inside.mkdir()
    (inside / "config.yaml").write_text(REMOTE)
    if ballast:
        (inside / "ballast.jpg").write_bytes(ballast)
    subprocess.run(["chroot", bench.show.root, "env", "LOBBY_PLAYER_DATA=/usr/share/lobby-player", "lobby-player",
                    "bundle", "/tmp/bundle", "--version", str(version), "--expires", "2099-01-01"], check=True,
                   stdout=subprocess.DEVNULL)
    public, secret = bench.work / "test.pub", bench.work / "test.key"
    if version == 1:
        subprocess.run(["minisign", "-G", "-f", "-W", "-p", public, "-s", secret], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["minisign", "-S", "-s", secret, "-m", inside / "bundle.yaml"], check=True, stdout=subprocess.DEVNULL)
    # The list last: players look for it all the while.
    for file in sorted(inside.iterdir(), key=lambda file: file.name == "bundle.yaml"):
        bench.portal.files[f"/lobby/{file.name}"] = file.read_bytes()
    return public.read_text().splitlines()[1]


def enrolment(bench):
    demo = bench.show.slides((1280, 720))
    news = bench.show.slides((1280, 720), config=bench.portal_config)
    report = bench.report
    key = publish(bench)
    bench.renew()
    wifi = f"wifi: {{name: Sảnh, password: {SECRET}, country: VN}}\r\n"
    make_boot_partition(bench, "\ufeffwifi: {name: a, passwort: b}\r\n")
    with Guest(bench, kept=True) as guest:
        with report.step("broken enrolment of a new board", guest) as step:
            await_slide(guest, demo, 240)
            guest.login()
            said = guest.ask("journalctl -b -u lobby-player-enrol -o cat --no-pager | grep error: | tail -1")
            step.say(said)
            hold("lobby-player.yaml:1:17: error: unknown key 'passwort'" in said, "the journal does not say what is wrong")
            guest.wait_for("systemctl show -p StatusText lobby-player | grep -q 'Tệp lobby-player.yaml'", 90)
            time.sleep(2)
            step.shot = picture_of(guest.screen())
        guest.power_off()
    put(bench, "\ufeff" + FILE.format(name="sanh-1", key=key) + wifi)
    with Guest(bench, kept=True) as guest:
        with report.step("enrolled: from power-on to the fleet's show", guest) as step:
            step.seen(await_slide(guest, news, 300), guest.started)
            guest.login()
            hold(guest.ask("hostname") == "sanh-1", "it is not called sanh-1")
            modes = guest.ask("stat -c %a /etc/lobby-player/wifi.conf /etc/lobby-player/enrolment.yaml")
            hold(modes.split() == ["600", "600"], f"others can read the password: {modes}")
            hold(SECRET in guest.ask("cat /etc/lobby-player/wifi.conf"), "the network has no password")
            hold(guest.ask("ls /var/lib/lobby-player/notices") == "", "the hint stays")
            hold(guest.ask("ls /etc/lobby-player | grep -c before") == "1", "the config before was not kept")
        with report.step("the password is gone from the boot partition", guest) as step:
            raw = pathlib.Path(bench.boot).read_bytes()
            hold(SECRET.encode() not in raw, "it is in the bytes of the disk")
            hold(b"name: 'S\xe1\xba\xa3nh'" in raw, "the file is not there any more")
            step.say(guest.ask("journalctl -b -u lobby-player-enrol -o cat --no-pager | grep -i password"))
            hold(guest.ask("findmnt -n -o OPTIONS /boot/firmware").startswith("ro"), "the partition stays writable")
        guest.power_off()
    put(bench, FILE.format(name="sanh-2", key=key) + "network: {address: 10.0.2.77/24, gateway: 10.0.2.2, "
        "time_server: 10.0.2.100}\r\n")
    with Guest(bench, kept=True) as guest:
        with report.step("another file enrols it anew", guest) as step:
            step.seen(await_slide(guest, news, 240), guest.started)
            guest.login()
            hold(guest.ask("hostname") == "sanh-2", "it is not called sanh-2")
            guest.wait_for("ip -4 addr | grep -q 10.0.2.77/24", 30)
            hold(guest.sh("test -e /etc/lobby-player/wifi.conf")[0] != 0, "the Wi-Fi of before is still there")
            step.say(guest.ask("cat /run/lobby-player-board/enrolment"), guest.ask("cat /etc/systemd/timesyncd.conf.d/*"))
        guest.power_off()
    put(bench, "device: [\r\n")
    with Guest(bench, kept=True) as guest:
        with report.step("a broken file leaves all as it was", guest) as step:
            step.seen(await_slide(guest, news, 240), guest.started)
            guest.login()
            said = guest.ask("cat /run/lobby-player-board/enrolment")
            step.say(said)
            hold(said.startswith("refused: /boot/firmware/lobby-player.yaml:"), "it does not say that it refused")
            hold(guest.ask("hostname") == "sanh-2", "the name is gone")
            hold(guest.ask("ls /var/lib/lobby-player/notices") == "", "an enrolled screen shows a hint")
            guest.wait_for("grep -q '\"enrolment\": \"refused' /run/lobby-player/status.json", 90)
        next_kernel(bench, guest)
    make_boot_partition(bench)
    shutil.copyfile(bench.pristine, bench.image)


def next_kernel(bench, guest):
    """Kernels of a Raspberry Pi's image. What stands here for Debian's raspi-firmware writes in place, as that does."""
    hook = "/etc/kernel/postinst.d/z50-raspi-firmware"
    at = "deploy/board/image/"
    for source, place in ((at + "firmware.conf", "/etc/apt/apt.conf.d/90-lobby-firmware"),
                          (at + "firmware", "/usr/libexec/lobby-image/firmware"),
                          (at + "lobby-firmware.service", "/etc/systemd/system/lobby-firmware.service")):
        put_into(guest, (ROOT / source).read_bytes(), place)
    put_into(guest, b"#!/bin/sh\ncp /boot/vmlinuz-next /boot/firmware/ && echo kernel=vmlinuz-next > /boot/firmware/config.txt\n", hook)
    guest.sh("systemctl enable lobby-firmware; mkdir -p /usr/lib/raspi-firmware/overlays; echo elf > /usr/lib/raspi-firmware/start4.elf; "
             "echo overlay > /usr/lib/raspi-firmware/overlays/a.dtbo; echo kernel > /boot/vmlinuz-next")
    with bench.report.step("a kernel reaches the partition of the firmware after apt, and nothing else opens it") as step:
        status, said = guest.sh(f"apt-get -o DPkg::Pre-Invoke::={hook} -y "
                                "--reinstall install /root/lobby-player.deb < /dev/null", 240)
        hold(status == 0, f"apt-get: {said[-300:]}")
        hold(on_boot(bench, "config.txt") == "kernel=vmlinuz-next", "a new kernel could not be written")
        mounted = guest.ask("findmnt -n -o OPTIONS /boot/firmware")
        hold(mounted.startswith("ro"), f"the partition is mounted as {mounted}")
        hold(guest.sh("test -e /var/lib/lobby-firmware")[0] != 0, "its way is not empty")
        step.say(mounted, guest.ask("ls /boot/firmware"))
    guest.sh("echo another > /boot/vmlinuz-next; /usr/libexec/lobby-image/firmware stage; echo torn > /boot/firmware/config.txt; sync")
    guest.cut()
    hold(on_boot(bench, "config.txt") == "kernel=vmlinuz-next", "a power cut tears what the firmware reads")
    hold(on_boot(bench, "vmlinuz-next") == "kernel", "a power cut tears the kernel")
    with Guest(bench, kept=True) as after, bench.report.step("what a power cut kept from it comes with the next start"):
        after.login()
        after.wait_for("[ ! -e /var/lib/lobby-firmware ]", 90)
        after.sh("sync")
        hold(on_boot(bench, "vmlinuz-next") == "another", "the new kernel is not there")
        hold(on_boot(bench, "config.txt") == "kernel=vmlinuz-next", "the words are not there")
        hold(on_boot(bench, "overlays/a.dtbo") == "overlay", "the firmware's own folders are not there")
        hold(after.ask("findmnt -n -o OPTIONS /boot/firmware").startswith("ro"), "the partition stays writable")
        after.power_off()


def put_into(guest, content, place):
    text = base64.b64encode(content).decode()
    guest.sh(f"mkdir -p $(dirname {place}); echo {text} | base64 -d > {place}; chmod 755 {place}")


def on_boot(bench, name):
    return subprocess.run(["mtype", "-i", bench.boot, f"::{name}"], check=True, capture_output=True, text=True).stdout.strip()


def limits(bench):
    """The last nets: bounds of the service, and the watchdog of the machine."""
    slides = bench.show.slides((1280, 720))
    report = bench.report
    with Guest(bench, reset=True) as guest:
        await_slide(guest, slides, 240)
        guest.login()
        with report.step("bound of memory reached", guest, target=12 * bench.slow) as step:
            step.say("MemoryMax " + guest.service("MemoryMax"), "MemoryCurrent " + guest.service("MemoryCurrent"))
            restarts = int(guest.service("NRestarts"))
            guest.sh("systemctl set-property --runtime lobby-player.service MemoryMax=8M")
            since = time.monotonic()
            guest.wait_for("journalctl -b -k -o cat --no-pager | grep -q 'Memory cgroup out of memory.*lobby-player'", 60)
            guest.sh("systemctl set-property --runtime lobby-player.service MemoryMax=75%")
            restarted(guest, restarts + 1)
            step.seen(await_slide(guest, slides, 90), since)
            step.say(guest.ask("journalctl -b -k -o cat --no-pager | grep -m1 'Memory cgroup out of memory'"))
        with report.step("another eats the memory of the service", guest) as step:
            restarts = guest.service("NRestarts")
            guest.sh("systemctl set-property --runtime lobby-player.service MemoryMax=300M")
            guest.sh("sh -c 'echo $$ > /sys/fs/cgroup/system.slice/lobby-player.service/cgroup.procs; "
                     "echo 1000 > /proc/self/oom_score_adj; exec tail /dev/zero'", 120)
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
            hold(guest.service("NRestarts") == restarts, "the player was ended in its place")
            step.say(guest.wait_for("journalctl -b -k -o cat --no-pager | grep 'out of memory: Killed process.*(tail)'", 30))
        with report.step("bound of tasks reached", guest) as step:
            hold(guest.service("TasksMax") == "64", "TasksMax is not 64")
            tasks = int(guest.service("TasksCurrent"))
            said = guest.ask("sh -c 'echo $$ > /sys/fs/cgroup/system.slice/lobby-player.service/cgroup.procs; "
                             "for i in $(seq 80); do sleep 3 & done; wait' 2>&1 | head -2", 120)
            hold("fork" in said.lower(), f"nothing was refused: {said}")
            step.say(f"{tasks} tasks before", said)
            since = time.monotonic()
            step.seen(await_slide(guest, slides, 60), since)
        with report.step("kernel crashed: reset by the watchdog", guest, target=20 * bench.slow) as step:
            step.say(guest.ask("journalctl -b -o cat --no-pager | grep -i -m2 watchdog"),
                     guest.ask("systemctl show -p RuntimeWatchdogUSec -p WatchdogDevice --value"))
            hold(guest.ask("systemctl show -p RuntimeWatchdogUSec --value") == "15s", "the watchdog does not run")
            # The kernel would else start again by itself.
            guest.sh("echo 0 > /proc/sys/kernel/panic; echo 1 > /proc/sys/kernel/sysrq")
            guest.said = ""
            guest.serial.sendall(b"echo c > /proc/sysrq-trigger\n")
            since = time.monotonic()
            guest.wait_for_reset(60)
            step.seconds = time.monotonic() - since
        with report.step("and from the crash to the show", guest, target=(20 + 35) * bench.slow) as step:
            hold(report.steps[-1].ok, "it was not reset")
            step.seen(await_slide(guest, slides, 240), since)
        guest.login()
        with report.step("kernel gave up and started again", guest) as step:
            hold(guest.ask("cat /proc/sys/kernel/panic") == "10", "it would not start again")
            boot = guest.ask(BOOT)
            guest.forget_resets()
            guest.serial.sendall(b"echo c > /proc/sysrq-trigger\n")
            since = time.monotonic()
            guest.wait_for_reset(60)
            step.say(f"reset after {time.monotonic() - since:.1f} s")
            step.seen(await_slide(guest, slides, 240), since)
            guest.login()
            hold(guest.ask(BOOT) != boot, "the same boot went on")


def state_partition(bench):
    """A root that is never written to, and a partition of its own for what the player keeps."""
    news = bench.show.slides((1280, 720), config=bench.portal_config)
    report = bench.report
    state = str(bench.work / "state.img")
    pathlib.Path(state).unlink(missing_ok=True)
    with open(state, "wb") as file:
        os.truncate(file.fileno(), 200 << 20)
    subprocess.run(["mke2fs", "-q", "-t", "ext4", "-L", "state", state], check=True)
    with Guest(bench, kept=True, state=state) as guest:
        guest.login()
        guest.sh(f"cat > /etc/lobby-player/config.yaml <<'E'\n{REMOTE}E\n")
        guest.sh("sed -i 's/defaults,noatime,errors=remount-ro/ro,noatime/' /etc/fstab; "
                 "echo '/dev/vdc /var/lib/lobby-player ext4 defaults,noatime 0 2' >> /etc/fstab; "
                 "systemctl stop lobby-player; rm -rf /var/lib/lobby-player/*; mount /dev/vdc /mnt; "
                 "chown lobby:lobby /mnt; umount /mnt")
        guest.power_off()
    with Guest(bench, kept=True, state=state, append="ro") as guest:
        with report.step("root read-only, content on a partition of its own", guest) as step:
            step.seen(await_slide(guest, news, 240), guest.started)
            guest.expect(r"root@[a-z0-9-]+:~# ", 240)
            hold(guest.sh("touch /usr/x")[0] != 0, "the root can be written")
            step.say(guest.ask("findmnt -n -o TARGET,OPTIONS /; findmnt -n -o TARGET,OPTIONS /var/lib/lobby-player"))
            guest.wait_for("test -s /var/lib/lobby-player/store.db || ls /var/lib/lobby-player | grep -q .", 60)
            guest.wait_for("sleep 10", 60)
    for turn in range(3):
        with Guest(bench, kept=True, state=state, append="ro") as guest:
            guest.network(False)
            with report.step(f"power cut {turn + 1} with a read-only root", guest, target=35 * bench.slow) as step:
                step.seen(await_slide(guest, news, 240), guest.started)
                guest.network(True)
                time.sleep(4 + 4 * turn)
    with report.step("both file systems are clean") as step:
        for image in (bench.image, state):
            subprocess.run(["e2fsck", "-p", image], capture_output=True)  # The journal of a disk that was cut off.
            done = subprocess.run(["e2fsck", "-fn", image], capture_output=True, text=True)
            hold(done.returncode == 0, f"e2fsck: {done.stdout[-400:]}")
            step.say(done.stdout.strip().splitlines()[-1])
    shutil.copyfile(bench.pristine, bench.image)
