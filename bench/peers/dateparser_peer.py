"""dateparser's search_dates, told that the text is Arabic, when it was published, and that news tells of the past."""

from datetime import datetime
from importlib.metadata import version

from common import measure, mention
from dateparser.search import search_dates


def settings(report):
    past = {"PREFER_DATES_FROM": "past"}
    return {**past, "RELATIVE_BASE": datetime.fromisoformat(report["published"][:10])} if report["published"] else past


def read(report):
    return search_dates(report["text"], languages=["ar"], settings=settings(report)) or []


def mentions(report):
    """It gives the words and not where they stand: they are sought in order."""
    text, cursor = report["text"], 0
    for words, value in read(report):
        at = text.find(words, cursor)
        if at < 0:
            at = text.find(words)
        if at < 0:
            continue
        cursor = at + len(words)
        yield mention(report, "time", at, cursor, value.strftime("%Y-%m-%d"))


measure("dateparser", version("dateparser"), read, mentions)
