"""Maha: times, durations and numerals, with its rules as they are."""

from datetime import datetime
from importlib.metadata import version

from common import measure, mention
from maha.parsers.functions import parse_dimension

UNIT = {"YEARS": "Y", "MONTHS": "M", "WEEKS": "W", "DAYS": "D"}


def read(report):
    text = report["text"]
    return [
        *parse_dimension(text, time=True),
        *parse_dimension(text, duration=True),
        *parse_dimension(text, numeral=True),
    ]


def iso_duration(value):
    parts = [(one.unit.name, one.value) for one in value.values]
    if len(parts) != 1:
        return None
    unit, count = parts[0]
    return f"P{count}{UNIT[unit]}" if unit in UNIT else f"PT{count}{unit[0]}"


def precision(value):
    if value.day is not None or value.weekday is not None or value._days is not None or value._weeks is not None:
        return 10
    if value.month is not None or value._months is not None or value.next_month is not None or value.prev_month is not None:
        return 7
    return 4 if value.year is not None or value._years is not None else 10


def resolve(value, base):
    """EDTF of one value at its own precision; without a publication date, what is known of it."""
    if value is None:
        return None
    if base is None:
        parts = [f"{value.year:04}" if value.year else "XXXX", value.month and f"{value.month:02}", value.day and f"{value.day:02}"]
        return "-".join(part for part in parts if part)
    try:
        return (base + value).strftime("%Y-%m-%d")[: precision(value)]
    except (ValueError, OverflowError):
        return None


def time_value(value, base):
    if hasattr(value, "start"):
        ends = [resolve(value.start, base), resolve(value.end, base)]
        return "/".join(end for end in ends if end) or None
    return resolve(value, base)


def mentions(report):
    base = datetime.fromisoformat(report["published"][:10]) if report["published"] else None
    for one in read(report):
        kind = one.dimension_type.name
        value = one.value
        if kind == "NUMERAL":
            yield mention(report, "number", one.start, one.end, value)
        elif kind == "DURATION":
            yield mention(report, "time", one.start, one.end, iso_duration(value))
        else:
            yield mention(report, "time", one.start, one.end, time_value(value, base))


measure("Maha", version("mahad"), read, mentions)
