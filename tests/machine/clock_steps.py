"""Machines whose clock says nothing: no date on the screen, and the show goes on."""
import time

from guest import Guest
from picture import await_slide, empty_where_time_stands, now, recognise
from report import hold

# systemd sets a clock to the day on which it was built where that is later, and where the clock is fifteen years ahead of it,
# as in 2099. A clock of 2036 stays.
BASES = {"1970": "1970-01-01T00:00:00", "1999": "1999-12-31T23:00:00", "2099": "2099-07-01T08:00:00",
         "2036": "2036-07-01T08:00:00"}

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
            if year == "2036":
                with bench.report.step("the journal says what speaks against 2036") as step:
                    hold(guest.ask("date -u +%Y") == year, "the clock is another one")
                    step.say(guest.wait_for("journalctl -b -u lobby-player -o cat --no-pager | grep 'dates and times are hidden'", 30))
                told_the_time(bench, guest)


def told_the_time(bench, guest):
    """By a server of time that comes within reach."""
    with bench.report.step("the right date once a server tells the time", guest, target=10 * bench.slow) as step:
        guest.sh(f"cat > /root/time.pl <<'E'\n{TIME_SERVER}\nE\n"
                 "mkdir -p /etc/systemd/timesyncd.conf.d; printf '[Time]\\nNTP=127.0.0.1\\n' > /etc/systemd/timesyncd.conf.d/test.conf")
        start = time.time() - float(guest.ask("cut -d' ' -f1 /proc/uptime"))
        guest.sh(f"perl /root/time.pl {start:.3f} > /root/time.log 2>&1 &")
        slides = slides_of_a_minute_that_begins(bench)
        guest.sh("systemctl restart systemd-timesyncd")
        guest.wait_for("[ -e /run/systemd/timesync/synchronized ]", 20)
        since = time.monotonic()
        step.seen(await_slide(guest, slides, 40 / bench.slow, tells_the_time), since)
        step.say("the guest believes it is " + guest.ask("date -u +%F"))


def slides_of_a_minute_that_begins(bench):
    """Drawn before it does."""
    while True:
        at = now(minutes=1)
        slides = bench.show.slides((1280, 720), at=at)
        if now() < at:
            break
    while now() < at:
        time.sleep(0.2)
    return slides


def tells_the_time(picture, slide):
    return recognise(picture, [slide], with_time=True)[0] is not None
