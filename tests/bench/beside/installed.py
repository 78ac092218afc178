"""What a program brings onto a bare Debian, by apt's own simulation: nothing is installed."""
import pathlib
import re
import subprocess
import tempfile


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def base_packages():
    """What Debian's installer puts on every machine: what is essential, required and important."""
    listed = output("dpkg-query", "-W", "-f", "${Package} ${Essential} ${Priority}\n")
    available = output("apt-cache", "dumpavail")
    base = {line.split()[0] for line in listed.splitlines() if line.split()[1:2] == ["yes"]}
    for record in available.split("\n\n"):
        priority = re.search(r"^Priority: (required|important)$", record, re.M)
        name = re.search(r"^Package: (\S+)$", record, re.M)
        if priority and name:
            base.add(name.group(1))
    return sorted(base)


def simulated(packages):
    """The packages of an installation on a machine that has none."""
    if not packages:
        return set()
    with tempfile.NamedTemporaryFile() as status:
        text = output("apt-get", "-o", f"Dir::State::status={status.name}", "-s", "-q", "--no-install-recommends",
                      "install", *packages)
    return set(re.findall(r"^Inst (\S+)", text, re.M))


def kibibytes(packages):
    if not packages:
        return 0
    sizes = {}
    for record in output("apt-cache", "show", "--no-all-versions", *packages).split("\n\n"):
        name = re.search(r"^Package: (\S+)$", record, re.M)
        size = re.search(r"^Installed-Size: (\d+)$", record, re.M)
        if name and size:
            sizes[name.group(1)] = int(size.group(1))
    return sum(sizes.values())


class Bare:
    def __init__(self):
        self.packages = base_packages()
        self.there = simulated(self.packages)

    def beyond(self, wanted, without=()):
        """The number of packages and their MiB beyond a bare Debian, and beyond what `without` brings."""
        if not self.there:
            return None
        there = simulated(self.packages + list(without)) if without else self.there
        added = simulated(self.packages + sorted({*wanted, *without})) - there
        return len(added), kibibytes(sorted(added)) / 1024


def libraries_of(binary):
    """The packages of the shared libraries that a program names."""
    needed = re.findall(r"\(NEEDED\).*\[(.+?)\]", output("readelf", "-d", str(binary)))
    files = dict(re.findall(r"^\s*(\S+) => (/\S+)", output("ldd", str(binary)), re.M))
    packages = set()
    for name in needed:
        if name not in files:
            continue
        real = pathlib.Path(files[name]).resolve()
        for file in (files[name], str(real), str(real).removeprefix("/usr")):
            found = output("dpkg-query", "-S", file).split(":")[0]
            if found:
                packages.add(found)
                break
    return sorted(packages)
