"""Machines whose clock says nothing: no date on the screen, and the show goes on."""
import time

from guest import Guest
from picture import await_slide, empty_where_time_stands, now, recognise
from report import hold

BASES = {"1970": "1970-01-01T00:00:00", "1999": "1999-12-31T23:00:00", "2099": "2099-07-01T08:00:00"}

# Answers as a server of SNTP (RFC 4330) does, by a true time of the machine's start and what has passed since: its own
# clock is what is wrong.
TIME_SERVER = r"""
use Socket;
my $start = shift;
socket(S, PF_INET, SOCK_DGRAM, 17) and bind(S, pack_sockaddr_in(123, INADDR_LOOPBACK)) or die $!;
while (my $from = recv(S, my $asked, 48, 0)) {
  open(my $uptime, "<", "/proc/uptime");
  my $now = 2208988800 + $start + (split " ", <$uptime>)[0];
  my $stamp = pack("N2", int($now), ($now - int($now)) * 2**32);
  send(S, pack("C2c2N2a4", 0x24, 1, 6, -20, 0, 0, "GPS") . $stamp . substr($asked, 40, 8) . $stamp . $stamp, 0, $from);
}
"""


def wrong_clocks(bench):
    slides = bench.show.slides((1280, 720))
    for year, base in BASES.items():
        with Guest(bench, clock=base) as guest:
            with bench.report.step(f"clock of {year} and no network", guest) as step:
                found = await_slide(guest, slides, 240)
                slide = step.seen(found, guest.started)
                hold(empty_where_time_stands(found[0], slide), "there is a date or a time on the screen")
                guest.login()
                step.say("the guest believes it is " + guest.ask("date -u +%F"))
            if year == "2099":
                told_the_time(bench, guest)


def told_the_time(bench, guest):
    """By a server of time that comes within reach."""
    with bench.report.step("the right date once a server tells the time", guest, target=10 * bench.slow) as step:
        guest.sh(f"cat > /root/time.pl <<'E'\n{TIME_SERVER}\nE\n"
                 "mkdir -p /etc/systemd/timesyncd.conf.d; printf '[Time]\\nNTP=127.0.0.1\\n' > /etc/systemd/timesyncd.conf.d/test.conf")
        start = time.time() - float(guest.ask("cut -d' ' -f1 /proc/uptime"))
        guest.sh(f"perl /root/time.pl {start:.3f} > /root/time.log 2>&1 &")
        bench.show.slides((1280, 720), at=now())  # Drawing takes as long as is waited for.
        guest.sh("systemctl restart systemd-timesyncd")
        guest.wait_for("[ -e /run/systemd/timesync/synchronized ]", 60)
        since = time.monotonic()
        step.seen(await_its_time(bench, guest), since)
        step.say("the guest believes it is " + guest.ask("date -u +%F"))


def await_its_time(bench, guest):
    """A slide of this minute, with its date and clock."""
    for _ in range(4):
        try:
            return await_slide(guest, bench.show.slides((1280, 720), at=now()), 30,
                               check=lambda picture, slide: recognise(picture, [slide], with_time=True)[0])
        except TimeoutError as late:  # The minute may have passed.
            last = late
    raise last
