"""A disk of deploy/image on a machine that brings nothing but firmware: from the file of an enrolment to the show."""
import json
import os
import pathlib
import struct
import subprocess

from board_steps import FILE, SECRET, publish
from guest import BOOT_AT, Guest
from picture import await_first_slide, await_slide
from report import hold

MORE = 700 << 20


def whole_disk(bench):
    news = bench.show.slides((1280, 720), config=bench.portal_config)
    report = bench.report
    disk = str(bench.work / "disk.img")
    subprocess.run(["cp", "--sparse=always", bench.disk, disk], check=True)
    before = parts(disk)
    # A card is larger than what is written on it.
    os.truncate(disk, os.path.getsize(disk) + MORE)
    file = bench.work / "lobby-player.yaml"
    file.write_text(FILE.format(name="sanh-1", key=publish(bench)) + f"wifi: {{name: Sảnh, password: {SECRET}, country: VN}}\r\n")
    subprocess.run(["mcopy", "-o", "-i", f"{disk}@@{BOOT_AT}", file, "::lobby-player.yaml"], check=True)
    with Guest(bench, alone=disk) as guest:
        with report.step("disk alone: from power-on to the fleet's show", guest) as step:
            step.seen(await_slide(guest, news, 900), guest.started)
        with report.step("its button switches it off") as step:
            guest.press_power()
    with report.step("the partition of the content grew") as step:
        after = parts(disk)
        hold(after[2] > before[2] + MORE // 2, f"the partition has {after[2]} bytes, and had {before[2]}")
        size = file_system(disk)
        hold(size > before[2] + MORE // 2, f"its file system has {size} bytes")
        step.say(f"{before[2] >> 20} MiB became {size >> 20} MiB")
    with report.step("the password is gone from the card") as step:
        with open(disk, "rb") as bytes_of:
            bytes_of.seek(BOOT_AT)
            hold(SECRET.encode() not in bytes_of.read(before[0]), "it is in the bytes of the boot partition")
    # Where the board itself runs from a disk by USB, that disk is no stick.
    with Guest(bench, alone=disk, by="usb-storage") as guest:
        guest.network(False)
        with report.step("disk alone by USB, without a network: after its firmware nothing but black before the show", guest) as step:
            found, strays = await_first_slide(guest, news, 600)
            step.seen(found, guest.started)
            if strays:
                step.shot = strays[0]
            hold(not strays, f"{len(strays)} pictures before it were neither black nor a slide")
        guest.press_power()
    destroy(disk)
    with Guest(bench, alone=disk) as guest:
        with report.step("the partition of the content is destroyed", guest) as step:
            step.seen(await_slide(guest, news, 600), guest.started)
    pathlib.Path(disk).unlink()


def destroy(disk):
    """What a worn card leaves of a file system: nothing that could be mounted."""
    part = table(disk)[2]
    subprocess.run(["fallocate", "--punch-hole", "--offset", str(part["start"] * 512), "--length", str(part["size"] * 512),
                    disk], check=True)


def table(disk):
    said = subprocess.run(["sfdisk", "--json", disk], check=True, capture_output=True, text=True).stdout
    return json.loads(said)["partitiontable"]["partitions"]


def parts(disk):
    return [part["size"] * 512 for part in table(disk)]


def file_system(disk):
    """The size of the ext4 on the last partition, as its superblock has it."""
    with open(disk, "rb") as file:
        file.seek(table(disk)[2]["start"] * 512 + 1024)
        block = file.read(64)
    return struct.unpack_from("<I", block, 4)[0] << (10 + struct.unpack_from("<I", block, 24)[0])
