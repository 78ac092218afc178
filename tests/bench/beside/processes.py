"""What a program and all its children cost, by the word of the kernel (proc(5))."""
import contextlib
import ctypes
import mmap
import os
import pathlib


def children():
    """For each process its children."""
    tree = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue  # It has ended.
        tree.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    return tree


def family(root):
    tree, found, left = children(), [], [root]
    while left:
        found.append(left.pop())
        left += tree.get(found[-1], [])
    return found


def cpu_seconds(root):
    """Of a process tree, with those of its processes that have ended."""
    ticks = 0
    for number in family(root):
        try:
            fields = pathlib.Path(f"/proc/{number}/stat").read_text(errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def threads(root):
    """For each thread of a process tree nanoseconds on a processor, and how often it slept and was woken."""
    costs = {}
    for number in family(root):
        for task in pathlib.Path(f"/proc/{number}/task").glob("*"):
            try:
                nanoseconds = int((task / "schedstat").read_text().split()[0])
                status = (task / "status").read_text()
            except OSError:
                continue
            woken = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("voluntary_ctxt"))
            costs[task.name] = (nanoseconds, woken)
    return costs


def spent_between(before, after):
    """Seconds of processor time, and wake-ups, of all threads together."""
    spent = [sum(cost[which] - before.get(name, (0, 0))[which] for name, cost in after.items()) for which in (0, 1)]
    return spent[0] / 1e9, spent[1]


def pss_mib(root):
    """Memory of a process tree; what processes share is shared out among them."""
    kibibytes = 0
    for number in family(root):
        try:
            lines = pathlib.Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        kibibytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kibibytes / 1024


def mapped_mib(root):
    """Memory of a process tree by what it has mapped: its own, and of its programs and libraries every page once, whoever
    else may have it mapped, too. Beside `code_kept`, which maps them all, the shares of `pss_mib` say nothing."""
    own, files = 0, {}
    for number in family(root):
        try:
            lines = pathlib.Path(f"/proc/{number}/smaps").read_text().splitlines()
        except OSError:
            continue
        mapped, name = {}, ""
        for line in lines:
            word, value = line.split(maxsplit=2)[:2]
            if not word.endswith(":"):
                name = line.split(maxsplit=5)[5] if "/" in line else ""
            elif word == "Rss:" and name:
                mapped[name] = mapped.get(name, 0) + int(value)
            elif word == "Anonymous:" and name:
                own += int(value)
                mapped[name] -= int(value)
            elif word == "Pss:" and not name:
                own += int(value)
        for name, kibibytes in mapped.items():
            files[name] = max(files.get(name, 0), kibibytes)
    return (own + sum(files.values())) / 1024


def disk_bytes(root):
    """Read from and written to disks."""
    amount = 0
    for number in family(root):
        try:
            facts = dict(line.split(": ") for line in pathlib.Path(f"/proc/{number}/io").read_text().splitlines())
        except OSError:
            continue
        amount += int(facts["read_bytes"]) + int(facts["write_bytes"])
    return amount


@contextlib.contextmanager
def code_kept(root):
    """Keeps what a process tree is made of, its programs and libraries, in memory. Some kernels take back pages that
    have not been used for a while though nobody wants the room (DAMON); each would be read again, whoever plays.
    Gives whether all of it is locked, which a user's limit may forbid."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
    libc.mlock.argtypes = libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    held, whole = [], True
    for file in sorted({file for number in family(root) for file in code_of(number)}):
        try:
            with open(file, "rb") as source:
                size = os.fstat(source.fileno()).st_size
                address = libc.mmap(None, size, mmap.PROT_READ, mmap.MAP_SHARED, source.fileno(), 0)
        except OSError:
            continue
        if address not in (None, ctypes.c_void_p(-1).value):
            held.append((address, size))
            whole = libc.mlock(address, size) == 0 and whole
    try:
        yield whole
    finally:
        for address, size in held:
            libc.munmap(address, size)


def code_of(number):
    """The files that a process has mapped to run them."""
    try:
        lines = pathlib.Path(f"/proc/{number}/maps").read_text().splitlines()
    except OSError:
        return set()
    parts = [line.split(maxsplit=5) for line in lines]
    return {part[5] for part in parts if len(part) == 6 and "x" in part[1] and part[5].startswith("/")}
