"""What the Python peers share: the texts in, passes timed by CPU time, offsets in UTF-16, one JSON line out."""

import json
import resource
import sys
import time


def texts():
    with open(sys.argv[1], encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def utf16(text, at):
    """Offset in UTF-16 code units of a code-point offset."""
    return len(text[:at].encode("utf-16-le")) // 2


def mention(report, kind, start, end, value):
    text = report["text"]
    return {"doc": report["doc"], "kind": kind, "start": utf16(text, start), "end": utf16(text, end), "value": value}


def passes(reports, read, seconds):
    """CPU seconds of the best pass: warm-up for about `seconds` (one pass at least), then passes for about `seconds`."""
    taken = []
    for warm in (True, False):
        until = time.process_time() + seconds
        while True:
            start = time.process_time()
            for report in reports:
                read(report)
            if not warm:
                taken.append(time.process_time() - start)
            if time.process_time() > until:
                break
    return min(taken), len(taken)


def peak_megabytes():
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)


def measure(name, version, read, mentions):
    """`read(report)` is timed; `mentions(report)` turns what it finds into mentions, untimed."""
    reports, seconds = texts(), float(sys.argv[2])
    best, count = passes(reports, read, seconds)
    found = [one for report in reports for one in mentions(report)]
    result = {"name": name, "version": version, "reportsPerSecond": len(reports) / best, "passes": count}
    print(json.dumps({**result, "peakMb": peak_megabytes(), "mentions": found}))
