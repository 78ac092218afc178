"""Another television on the same plug: QEMU tells the guest of another monitor when a client of its VNC server asks for
a size, with an interrupt, another EDID and another list of modes, as a cable does."""
import socket
import struct

EXTENDED_DESKTOP_SIZE = -308
SET_DESKTOP_SIZE = 251


def _take(line, count):
    taken = b""
    while len(taken) < count:
        part = line.recv(count - len(taken))
        if not part:
            raise RuntimeError("QEMU closed the VNC connection")
        taken += part
    return taken


def exchange(path, width, height):
    """Speaks RFB 3.8 as far as it takes to ask for that size."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(10)
        line.connect(path)
        _take(line, 12)
        line.sendall(b"RFB 003.008\n")
        _take(line, _take(line, 1)[0])
        line.sendall(b"\x01")  # no password
        _take(line, 4)
        line.sendall(b"\x01")
        _take(line, struct.unpack("!20xI", _take(line, 24))[0])
        line.sendall(struct.pack("!BxHi", 2, 1, EXTENDED_DESKTOP_SIZE))
        line.sendall(struct.pack("!BxHHBx", SET_DESKTOP_SIZE, width, height, 1) +
                     struct.pack("!IHHHHI", 0, 0, 0, width, height, 0))
        _take(line, 4)  # An answer: the wish was read.
