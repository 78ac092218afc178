"""Machines whose clock says nothing: no date on the screen, and the show goes on."""
from guest import Guest
from picture import await_slide, empty_where_time_stands
from report import hold


def wrong_clocks(bench):
    slides = bench.show.slides((1280, 720))
    for year, base in (("1970", "1970-01-01T00:00:00"), ("1999", "1999-12-31T23:00:00")):
        with Guest(bench, clock=base) as guest:
            with bench.report.step(f"clock of {year} and no network", guest) as step:
                found = await_slide(guest, slides, 240)
                slide = step.seen(found, guest.started)
                hold(empty_where_time_stands(found[0], slide), "there is a date or a time on the screen")
                guest.login()
                step.say("the guest believes it is " + guest.ask("date -u +%F"))
