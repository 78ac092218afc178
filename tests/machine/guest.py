"""A machine under QEMU: started, looked at, spoken to over its serial line, and cut off from power."""
import glob
import json
import pathlib
import re
import shutil
import socket
import subprocess
import threading
import time

import television

BOOT_AT = 1 << 20  # Where the boot partition of a disk begins.
PROMPT = r"root@[a-z0-9-]+:~# "
# Without KVM every instruction is translated. These are the CPUs that boot quickest; `max` takes twice as long.
MACHINES = {
    "amd64": ["qemu-system-x86_64", "-M", "q35", "-cpu", "qemu64"],
    "arm64": ["qemu-system-aarch64", "-M", "virt", "-cpu", "cortex-a53"],
}
CONSOLES = {"amd64": "ttyS0", "arm64": "ttyAMA0"}


def own_kernel(bench, append, kept, locked):
    """The root of a test, with the kernel and the words that come from outside, and a boot partition beside it."""
    return [
        "-kernel", glob.glob(f"{bench.root}/boot/vmlinuz-*")[0],
        "-initrd", glob.glob(f"{bench.root}/boot/initrd.img-*")[0],
        "-append", f"root=/dev/vda {'ro' if locked else 'rw'} console=tty0 console={CONSOLES[bench.arch]},115200 "
                   f"quiet loglevel=0 vt.global_cursor_default=0 consoleblank=0 {append}",
        "-drive", f"file={bench.image},if=none,id=disk,format=raw,cache=writethrough,"
                  f"readonly={'on' if locked else 'off'},snapshot={'off' if kept or locked else 'on'}",
        "-device", "virtio-blk-pci,drive=disk",
        "-drive", f"file={bench.boot},if=none,id=boot,format=raw,cache=writethrough,snapshot={'off' if kept else 'on'}",
        "-device", "virtio-blk-pci,drive=boot"]


def own_firmware(bench, disk, by):
    """A disk and nothing else: what starts is on it."""
    starter = {"amd64": uefi, "arm64": raspberry}[bench.arch]
    return starter(bench, disk) + ["-drive", f"file={disk},if=none,id=disk,format=raw,cache=writethrough",
                                   "-device", f"{by},drive=disk,bootindex=0"]


def uefi(*_):
    return ["-drive", "if=pflash,format=raw,unit=0,readonly=on,file=/usr/share/OVMF/OVMF_CODE_4M.fd",
            "-drive", "if=pflash,format=raw,unit=1,snapshot=on,file=/usr/share/OVMF/OVMF_VARS_4M.fd"]


def raspberry(bench, disk):
    """What the firmware of a Raspberry Pi does, which no emulator has: it starts the kernel that config.txt names, with the
    words of cmdline.txt. The machine is another one, so that of config.txt nothing else counts."""
    boot = pathlib.Path(bench.work) / "boot"
    shutil.rmtree(boot, ignore_errors=True)
    boot.mkdir()
    subprocess.run(["mcopy", "-s", "-n", "-i", f"{disk}@@{BOOT_AT}", "::*", boot], check=True)
    config = (boot / "config.txt").read_text()
    kernel = re.search(r"^kernel=(\S+)", config, re.M)[1]
    initial = re.search(r"^initramfs (\S+)", config, re.M)[1]
    return ["-kernel", str(boot / kernel), "-initrd", str(boot / initial),
            "-append", (boot / "cmdline.txt").read_text().strip()]


class Guest:
    """`kept`: what it writes stays in the images. `locked`: the disk itself is read-only. `state`: the image of another
    disk. `memory`: in MiB. `reset`: the machine starts again when its kernel or its watchdog says so. `alone`: a whole
    disk that starts by itself, connected `by` that device; what it writes stays."""

    def __init__(self, bench, append="", clock=None, kept=False, locked=False, size=(1280, 720), state=None, reset=False,
                 alone=None, by="virtio-blk-pci", memory=1024):
        self.slow, self.arch = bench.slow, bench.arch
        work = pathlib.Path(bench.work)
        self.work = work
        self.sockets = {name: str(work / f"{name}.sock") for name in ("qmp", "serial", "vnc")}
        for path in self.sockets.values():
            pathlib.Path(path).unlink(missing_ok=True)
        command = MACHINES[bench.arch] + [
            "-accel", "tcg,thread=multi", "-m", str(memory), "-smp", "2", "-nodefaults", "-display", "none",
            *([] if reset else ["-no-reboot"]), "-device", "qemu-xhci",
            *(own_firmware(bench, alone, by) if alone else own_kernel(bench, append, kept, locked)),
            "-device", f"virtio-gpu-pci,xres={size[0]},yres={size[1]}",
            "-device", "usb-kbd", "-device", "virtio-rng-pci",
            "-netdev", "user,id=net,restrict=on,"
                       f"guestfwd=tcp:10.0.2.100:80-cmd:socat - TCP:127.0.0.1:{bench.port}",
            "-device", "virtio-net-pci,netdev=net,id=cable,romfile=",
            "-chardev", f"socket,id=serial,path={self.sockets['serial']},server=on,wait=off", "-serial", "chardev:serial",
            "-vnc", f"unix:{self.sockets['vnc']}", "-qmp", f"unix:{self.sockets['qmp']},server=on,wait=off"]
        if state:
            command += ["-drive", f"file={state},if=none,id=state,format=raw,cache=writethrough",
                        "-device", "virtio-blk-pci,drive=state"]
        if reset:
            command += ["-device", "i6300esb", "-action", "watchdog=reset"]
        if clock:
            command += ["-rtc", f"base={clock}"]
        self.started = time.monotonic()
        self.resets = 0
        self.log = open(work / "qemu.log", "ab")
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)
        self.monitor = self._connect("qmp").makefile("rw")
        json.loads(self.monitor.readline())
        self.qmp("qmp_capabilities")
        self.said = ""
        self.serial = self._connect("serial")
        threading.Thread(target=self._drain, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.cut()

    def _connect(self, name):
        for _ in range(200):
            if self.process.poll() is not None:
                raise RuntimeError(f"QEMU ended at once; see {self.log.name}")
            try:
                line = socket.socket(socket.AF_UNIX)
                line.connect(self.sockets[name])
                return line
            except OSError:
                line.close()
                time.sleep(0.1)
        raise RuntimeError(f"QEMU opened no socket {name}")

    def _drain(self):
        """A serial line that nobody reads stops the machine, its monitor included."""
        with open(self.work / "serial.log", "a", encoding="utf8") as log:
            try:
                while part := self.serial.recv(65536):
                    text = part.decode("utf8", "replace")
                    self.said += text
                    log.write(text)
                    log.flush()
            except OSError:
                pass

    def qmp(self, verb, **arguments):
        self.monitor.write(json.dumps({"execute": verb, "arguments": arguments}) + "\n")
        self.monitor.flush()
        while line := self.monitor.readline():
            answer = json.loads(line)
            if answer.get("event") == "RESET":
                self.resets += 1
            if "error" in answer:
                raise RuntimeError(f"{verb}: {answer['error']}")
            if "return" in answer:
                return answer["return"]
        raise RuntimeError(f"{verb}: QEMU is gone")

    def put_in(self, image):
        """A USB stick with those bytes on it."""
        self.qmp("blockdev-add", **{"driver": "raw", "node-name": "bytes", "read-only": True,
                                    "file": {"driver": "file", "filename": str(image)}})
        self.qmp("device_add", driver="usb-storage", id="stick", drive="bytes")

    def pull_out(self):
        self.qmp("device_del", id="stick")

    def expect(self, pattern, patience):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if found := re.search(pattern, self.said):
                self.said = self.said[found.end():]
                return found
            time.sleep(0.05)
        raise TimeoutError(f"{pattern!r} did not come within {patience:.0f} s; at last there was {self.said[-400:]!r}")

    def login(self, patience=240):
        self.expect(PROMPT, patience * self.slow)
        self.sh("stty -echo; export PS1= TERM=dumb SYSTEMD_PAGER=cat SYSTEMD_COLORS=0; "
                "bind 'set enable-bracketed-paste off' 2>/dev/null; mount -o remount,rw / 2>/dev/null; true", 120)
        return self

    def sh(self, command, patience=60):
        """The exit status of a command in the guest, and what it said."""
        tag = f"E{time.monotonic_ns()}"
        self.said = ""
        self.serial.sendall(f"{command}\necho {tag[:3]}''{tag[3:]} $?\n".encode())
        found = self.expect(r"(?s)(.*?)" + tag + r" (\d+)\r?\n", patience * self.slow)
        return int(found[2]), found[1].replace("\r", "").strip()

    def ask(self, command, patience=60):
        return self.sh(command, patience)[1]

    def wait_for(self, command, patience):
        end = time.monotonic() + patience * self.slow
        while True:
            status, said = self.sh(command)
            if status == 0:
                return said
            if time.monotonic() > end:
                raise TimeoutError(f"{command!r} did not come true within {patience} s: {said}")
            time.sleep(0.3)

    def forget_resets(self):
        """Those that the monitor has told of, or will tell of with its next word: a reset may be told of twice."""
        self.qmp("query-status")
        self.resets = 0

    def wait_for_reset(self, patience):
        """Until the machine begins anew, which its monitor tells."""
        end = time.monotonic() + patience * self.slow
        while time.monotonic() < end:
            self.qmp("query-status")
            if self.resets:
                self.resets = 0
                self.said = ""
                return
            time.sleep(0.2)
        raise TimeoutError(f"no reset within {patience} s")

    def service(self, name):
        return self.ask(f"systemctl show -p {name} --value lobby-player.service")

    def plug(self, state):
        """`off` takes the cable of the display out, `detect` puts it back."""
        self.sh(f"echo {state} > /sys/class/drm/card0-Virtual-1/status")

    def other_television(self, width, height):
        television.exchange(self.sockets["vnc"], width, height)

    def press(self, key):
        """A key of its keyboard, by QEMU's name."""
        self.qmp("send-key", keys=[{"type": "qcode", "data": key}])

    def network(self, there):
        self.qmp("set_link", name="cable", up=there)

    def screen(self):
        """The bytes of the screen as PPM."""
        file = self.work / "screen.ppm"
        self.qmp("screendump", filename=str(file))
        return file.read_bytes()

    def age(self):
        return time.monotonic() - self.started

    def cut(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.serial.close()
        self.log.close()

    def press_power(self, patience=120):
        """What its button does, for a machine that nobody can log in to."""
        self.qmp("system_powerdown")
        self.process.wait(patience * self.slow)

    def power_off(self, patience=90):
        self.serial.sendall(b"systemctl poweroff\n")
        self.process.wait(patience * self.slow)
