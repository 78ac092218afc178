#!/usr/bin/python3
"""Holds the JSON Schemas of the player against its readers: what one calls wrong the other does, too.

    check.py LOBBY_PLAYER SCHEMA_JUDGE SOURCE_FOLDER

Every file that comes with the player is right for both. Every value of small files that hold every key is replaced by
values of other types, sizes and words, keys are taken out and added; the readers and a validator of draft 2020-12 must
agree on each. Where they may differ stands in `reader_alone` and `schema_alone`, and each line there must
be needed.
"""

import copy
import json
import os
import pathlib
import re
import subprocess
import sys

import jsonschema
import yaml

player, judge, source = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
here = source / "tests/schema"

# What the reader calls an error and no schema can say: it lies in two places, or in the meaning of a text.
reader_alone = {
    r"'until' must be after 'from'": "two times compared",
    r"'until' must be another time than 'from'": "two times compared",
    r"'detail' needs a 'text' above it": "a text that is left out",
    r"'least' \(.*\) must not be longer than 'most'": "two durations compared",
    r"must be a duration from": "the limits of a duration: its pattern has only the units",
    r"must be a day of the calendar|must be a day and a month|must be days such as|must be days of the lunar": "a day that does not exist",
    r"must be a date or a date and time": "a day that does not exist",
    r"unknown time zone": "the names of zones",
    r"must not contain spaces|addresses are not supported|is an address without a host": "what a location may be",
    r"'usb' is the name of one folder": "what the name of a folder may be",
    r"the source on line \d+ is named": "two sources of one name",
    r"must be the name of a source": "the names of the sources",
    r"a row of \d+ cells in a table of \d+ columns": "rows as wide as the table",
    r"a ticker without 'headlines' needs 'texts'": "a ticker that says nothing",
    r"must be text of|'parts' must be text|the first line": "a text of which nothing is left once it is cleaned",
    r"the key 'since' is missing": "a day of its own, unless a calendar has it",
    r"'since' must be a": "a date alone, a year beside `day` or `lunar`",
    r"'from' is for headlines, photos": "steps that come from no source",
    r"'url' has a brace": "what stands in braces",
    r"a password without a 'user'": "a user that is left out",
    r"'\{group\}' in the 'url'": "the group of the device",
    r"a 'group' is one of those that 'remote' knows": "a group without a fleet",
    r"an open network has no 'password'": "a password that nobody asks for",
    r"the key '(palette|faces)' is missing": "a theme that extends none",
    r"must be a colour of the palette|has no colour '": "the colours of the theme",
    r"must be a face of the theme": "the faces of the theme",
    r"must be an \.svg file|the theme has no ": "the drawings of the theme",
    r"unknown field|a brace in": "the fields of a text",
    r"'weather_words' of theme": "words for the weather",
    r"'when' asks for '.*' twice": "a fact and its opposite",
    r"'box' is empty|'box' leaves the screen": "a box within the screen",
    r"'size' must be written as|'lines' must be written as": "the smaller number first",
    r"the columns are .* wide together": "columns within their box",
    r"'count' must be at least|'inner'": "numbers that suit the shape of an ornament",
    r"'points' must be \d|the key 'points' is missing|a round shape has no 'points'": "points that suit the form",
    r"'line', the width of the line": "a line that has a width",
    r"'after' must be a whole number": "as many texts as there are",
    r"a QR code": "dark on light",
    r"must be a colour that nothing shines through": "an opaque ground",
    r"'when' of a ticker": "facts of screens alone",
    r"a ticker runs": "where a ticker may be",
    r"another programme is named": "two programmes of one name",
    r"'not' needs at least one key": "an exception that excepts nothing",
    r"the day '.*' stands here twice": "two days of one name",
    r"'files' has no 'config.yaml'|a key of 'files'": "which files there are",
    r"more errors are not listed": "what a hundred findings leave out",
}

# What the schema calls wrong and the reader takes. An editor may be stricter than a player that must go on.
schema_alone = {
    "a key that nobody knows": lambda error: error.validator == "additionalProperties",
    "a number in quotes": lambda error: isinstance(error.instance, str) and error.validator in ("type", "anyOf", "enum")
    and re.fullmatch(r"-?[0-9.]+|true|false", error.instance),
    "true as a name": lambda error: isinstance(error.instance, bool) and error.validator in ("type", "anyOf"),
    "a picture without a name": lambda error: error.instance == "" and error.validator == "minLength",
}


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, no sixties, `yes` is a text."""


Loader.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), list(first))


def load_all(file):
    return list(yaml.load_all(file.read_text(encoding="utf-8"), Loader))


def printed(name):
    schema = json.loads(subprocess.run([player, "schema", name], check=True, capture_output=True, text=True).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


validators = {name: printed(name) for name in ("config", "theme", "layout", "calendar", "bundle", "enrolment")}
failures = []


def fail(text):
    failures.append(text)


def deepest(error):
    """The errors that say what is wrong, below those of alternatives."""
    if not error.context:
        return [error]
    return [error] + [below for child in error.context for below in deepest(child)]


def reader_errors(kind, documents):
    """What the reader calls an error in each document."""
    lines = "".join(f"{kind}\t{json.dumps(document, ensure_ascii=False)}\n" for document in documents)
    outcome = subprocess.run([judge], input=lines, check=True, capture_output=True, text=True)
    return [line.split("\t")[:-1] for line in outcome.stdout.split("\n")[:-1]]


# Values of other types, sizes and words.
spoilt = [
    None, True, 0, -1, 7, 1000000, 1.5, "", " ", "x", "Xin chào", "5s", "9999d", "25:00", "31/2", "1999", "2026-02-30",
    "#123456", "x" * 2000, [], ["x"], [1, 2], {}, {"xyzzy": 1},
]


def places(value, path=()):
    """The paths of all values in a document, but its own."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield (*path, key)
        yield from places(child, (*path, key))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def variants(document):
    """The document with one thing changed, each with a word on what."""
    for path in places(document):
        parent = at(document, path[:-1])
        for value in spoilt:
            if type(value) is type(parent[path[-1]]) and value == parent[path[-1]]:
                continue
            changed = copy.deepcopy(document)
            at(changed, path[:-1])[path[-1]] = value
            yield f"{path} = {value!r:.40}", changed
        changed = copy.deepcopy(document)
        del at(changed, path[:-1])[path[-1]]
        yield f"{path} missing", changed
        if isinstance(parent[path[-1]], dict):
            changed = copy.deepcopy(document)
            at(changed, path)["xyzzy"] = 1
            yield f"{path} with an unknown key", changed
        if isinstance(parent[path[-1]], list) and parent[path[-1]]:
            changed = copy.deepcopy(document)
            at(changed, path).extend([copy.deepcopy(parent[path[-1]][-1]) for _ in range(310)])
            yield f"{path} with 310 entries more", changed


needed = set()


def compare(kind, what, document, wrong, errors):
    if wrong == bool(errors):
        return
    if errors:
        for error in errors:
            rules = [rule for rule in reader_alone if re.search(rule, error)]
            needed.update(rules)
            if not rules:
                fail(f"{kind}: {what}: only the reader says «{error}»")
        return
    faults = [error for top in validators[kind].iter_errors(document) for error in deepest(top)]
    reasons = [reason for reason, holds in schema_alone.items() if any(holds(error) for error in faults)]
    needed.update(reasons)
    if not reasons:
        fail(f"{kind}: {what}: only the schema says «{faults[-1].message:.200}»")


def keys_of(schema):
    """Every key of a schema, as the map and the key."""
    maps = {"": schema, **schema["$defs"]}
    return {(name, key) for name, form in maps.items() for key in form["properties"]}


def keys_in(kind, documents):
    """The keys that stand in documents, by walking the schema beside them."""
    schema, met = validators[kind].schema, set()

    def walk(form, value, name):
        if "$ref" in form:
            name = form["$ref"].removeprefix("#/$defs/")
            form = schema["$defs"][name]
        for other in form.get("anyOf", []):
            walk(other, value, name)
        if isinstance(value, list) and "items" in form:
            for entry in value:
                walk(form["items"], entry, name)
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in form.get("properties", {}):
                    met.add((name, key))
                    walk(form["properties"][key], inner, name)
                elif isinstance(form.get("additionalProperties"), dict):
                    walk(form["additionalProperties"], inner, name)

    for document in documents:
        walk(schema, document, "")
    return met


def check_shipped():
    """Whatever comes with the player, and the examples of the documentation."""
    files = [("config", source / "deploy/config.example.yaml"), ("config", source / "deploy/demo/config.yaml")]
    files += [("config", file) for file in sorted((source / "deploy/samples").glob("*.yaml"))]
    files += [("calendar", file) for file in sorted((source / "deploy/calendars").glob("*.yaml"))]
    for file in sorted((source / "layouts").glob("*/*.yaml")):
        files.append(("theme" if file.name == "theme.yaml" else "layout", file))
    for kind, file in files:
        for document in load_all(file):
            for error in validators[kind].iter_errors(document):
                fail(f"{file.relative_to(source)}: {error.json_path}: {error.message:.200}")
    examples = re.findall(r"^```yaml\n(.*?)^```", (source / "docs/configuration.md").read_text(encoding="utf-8"), re.M | re.S)
    for example in examples:
        for error in validators["config"].iter_errors(yaml.load(example, Loader)):
            fail(f"docs/configuration.md: {example:.60}: {error.message:.200}")
    return len(files) + len(examples)


def check_variants():
    count = 0
    met = {kind: set() for kind in validators}
    for kind, name in (("config", "config"), ("theme", "theme"), ("layout", "layout"), ("layout", "strip"),
                       ("calendar", "calendar"), ("bundle", "bundle"), ("enrolment", "enrolment")):
        documents = load_all(here / f"{name}.yaml")
        met[kind] |= keys_in(kind, documents)
        changed = [(f"{name} {number}", document) for number, document in enumerate(documents)]
        for number, document in enumerate(documents):
            changed += [(f"{name} {number}: {what}", other) for what, other in variants(document)]
        errors_of_all = reader_errors(name, [document for _, document in changed])
        for number, ((what, document), errors) in enumerate(zip(changed, errors_of_all, strict=True)):
            wrong = not validators[kind].is_valid(document)
            if number < len(documents) and (wrong or errors):
                faults = [error.message[:100] for error in validators[kind].iter_errors(document)]
                fail(f"{what} is not right: {faults} {errors}")
            compare(kind, what, document, wrong, errors)
            count += 1
    for kind, validator in validators.items():
        for name, key in sorted(keys_of(validator.schema) - met[kind]):
            if not validator.schema["$defs"].get(name, validator.schema)["properties"][key].get("deprecated"):
                fail(f"tests/schema lacks the key '{key}' of {kind} {name}")
    return count


def check_differences():
    for case in load_all(here / "differences.yaml")[0]:
        [(kind, document)] = case.items()
        validator = validators["layout" if kind == "strip" else kind]
        wrong, errors = not validator.is_valid(document), reader_errors(kind, [document])[0]
        if wrong == bool(errors):
            fail(f"differences.yaml: the schema and the reader agree on {document}: {errors}")
        compare("layout" if kind == "strip" else kind, str(document), document, wrong, errors)


def check_committed():
    """What is installed and read without the program; LOBBY_UPDATE_SCHEMA=1 writes it anew."""
    files = {f"deploy/schema/{name}.schema.json": name for name in validators} | {"docs/reference.md": "reference"}
    for place, name in files.items():
        now = subprocess.run([player, "schema", name], check=True, capture_output=True, text=True).stdout
        file = source / place
        if os.environ.get("LOBBY_UPDATE_SCHEMA"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(now, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != now:
            fail(f"{place} is not what `lobby-player schema {name}` prints; LOBBY_UPDATE_SCHEMA=1 writes it anew")


check_committed()
shipped_count = check_shipped()
judged_count = check_variants()
check_differences()
for line in [*reader_alone, *schema_alone]:
    if line not in needed:
        fail(f"no file needs the difference «{line}»")
print(f"{shipped_count} files are right, {judged_count} variants were judged, {len(needed)} differences are needed")
for failure in failures[:200]:
    print(failure)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
