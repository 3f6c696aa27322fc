"""The candidate step of linking by datasketch and by rensa, on the reports that `node bench/link.ts --dump FILE` wrote.

    python peers.py FILE [ROUNDS]

Prints, for each, seconds of processor time from text to candidate pairs (the best of the rounds) and the share of true copies
among the pairs found. MinHash over runs of three words as the project's own, in bands of four rows (one must be common), and in
bands of three as the project's (of which it asks for two; they for one, as they know no other way).
"""
import json
import sys
import time
from collections import defaultdict

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

SHINGLE = 3
SETTINGS = [(32, 4), (42, 3)]


def shingles(text):
    words = text.split()
    return [" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]


def by_datasketch(texts, bands, rows):
    lsh = MinHashLSH(num_perm=bands * rows, params=(bands, rows))
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=bands * rows)
        sketch.update_batch([shingle.encode() for shingle in shingles(text)])
        yield number, lsh.query(sketch)
        lsh.insert(number, sketch)


def by_rensa(texts, bands, rows):
    lsh = RMinHashLSH(threshold=0.5, num_perm=bands * rows, num_bands=bands)
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=bands * rows, seed=1)
        sketch.update(shingles(text))
        yield number, lsh.query(sketch)
        lsh.insert(number, sketch)


def by_rensa_in_bulk(texts, bands, rows):
    """rensa's own fast way: all sketches at once, then all queries."""
    sketches = RMinHash.from_token_sets([shingles(text) for text in texts], num_perm=bands * rows, seed=1)
    lsh = RMinHashLSH(threshold=0.5, num_perm=bands * rows, num_bands=bands)
    lsh.insert_many(sketches)
    for number, sketch in enumerate(sketches):
        yield number, [other for other in lsh.query(sketch) if other < number]


def truth(stories):
    groups = defaultdict(int)
    for story in stories:
        if story is not None:
            groups[story] += 1
    return sum(n * (n - 1) // 2 for n in groups.values())


def measure(run, texts, stories, bands, rows):
    start = time.process_time()
    found = pairs = 0
    for number, others in run(texts, bands, rows):
        pairs += len(others)
        found += sum(1 for other in others if stories[number] is not None and stories[other] == stories[number])
    return time.process_time() - start, pairs, found


def main():
    rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    texts, stories = [row["text"] for row in rows], [row["copyOf"] for row in rows]
    for name, run in [("datasketch", by_datasketch), ("rensa", by_rensa), ("rensa in bulk", by_rensa_in_bulk)]:
        for setting in SETTINGS:
            passes = [measure(run, texts, stories, *setting) for _ in range(rounds)]
            seconds, pairs, found = min(passes)
            label = f"{name} {setting[0]} × {setting[1]}"
            speed, recall = len(texts) / seconds, found / truth(stories)
            print(f"{label:24} {seconds:8.2f} s  {speed:8.0f} reports/s  {pairs} pairs  recall {recall:.4f}")


main()
