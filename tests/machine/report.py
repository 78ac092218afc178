"""What was tried, whether it held, how long it took, and a picture of each."""
import contextlib
import json
import pathlib
import time
import traceback

import picture


class Step:
    """What a step found out. Seconds run from the event to the good picture; how long is said, never judged."""

    def __init__(self, name, target):
        self.name, self.target = name, target
        self.ok, self.seconds, self.note, self.shot = False, None, "", None

    def seen(self, found, since):
        """Takes the answer of await_slide."""
        self.shot, slide, note, moment = found
        self.seconds = moment - since
        self.say(note)
        return slide

    def say(self, *notes):
        self.note = "; ".join(part for part in (self.note, *notes) if part)


def hold(condition, what):
    if not condition:
        raise AssertionError(what)


class Report:
    def __init__(self, arch, out):
        self.arch, self.out, self.steps = arch, pathlib.Path(out), []
        self.out.mkdir(parents=True, exist_ok=True)

    @contextlib.contextmanager
    def step(self, name, guest=None, target=None):
        """A step that fails does not stop those after it."""
        step = Step(name, target)
        began = time.monotonic()
        try:
            yield step
            step.ok = True
        except Exception as error:  # Whatever it is, it is what the report has to say.
            step.say(f"{type(error).__name__}: {error}")
            if not isinstance(error, (AssertionError, TimeoutError)):
                step.say(traceback.format_exc(limit=-2))
            if guest and step.shot is None:
                with contextlib.suppress(Exception):
                    step.shot = picture.picture_of(guest.screen())
        if step.shot is not None:
            picture.keep(step.shot, self.out / f"{len(self.steps) + 1:02}-{name.replace(' ', '-')}.png")
        self.steps.append(step)
        seconds = "     –" if step.seconds is None else f"{step.seconds:6.1f}"
        print(f"{'ok  ' if step.ok else 'FAIL'} {seconds} s  {name}  ({time.monotonic() - began:.0f} s) {step.note}", flush=True)

    @contextlib.contextmanager
    def guard(self, part):
        """What ends a part between two steps is a failure, too, and not the end of the other parts."""
        try:
            yield
        except Exception as error:
            step = Step(f"{part} came to its end", None)
            step.say(f"{type(error).__name__}: {error}", traceback.format_exc(limit=-2))
            self.steps.append(step)
            print(f"FAIL  {step.name}: {step.note}", flush=True)

    def write(self):
        rows = [{"step": s.name, "ok": s.ok, "seconds": s.seconds and round(s.seconds, 1), "target": s.target,
                 "note": s.note} for s in self.steps]
        (self.out / "report.json").write_text(json.dumps({"arch": self.arch, "steps": rows}, indent=1, ensure_ascii=False))
        print(f"\n{self.arch}: | step | seconds from event to picture | target |\n|---|---:|---:|")
        for step in self.steps:
            seconds = "" if step.seconds is None else f"{step.seconds:.1f}"
            print(f"| {step.name}{'' if step.ok else ' **failed**'} | {seconds} | {step.target or ''} |")
        failed = [step.name for step in self.steps if not step.ok]
        print(f"{len(self.steps)} steps, {len(failed)} failed{': ' + ', '.join(failed) if failed else ''}")
        return not failed
