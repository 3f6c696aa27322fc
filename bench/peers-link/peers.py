"""The candidate step of linking by datasketch and by rensa, on the reports that `node bench/link.ts --dump FILE` wrote.

    python peers.py FILE

Prints, for each, seconds from text to candidate pairs on one core and the share of true copies among the pairs found.
MinHash of 128 hashes over runs of three words, 32 bands of 4 rows, as the project's own.
"""
import json
import sys
import time
from collections import defaultdict

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

HASHES, BANDS, ROWS, SHINGLE = 128, 32, 4, 3


def shingles(text):
    words = text.split()
    return [" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]


def by_datasketch(texts):
    lsh = MinHashLSH(num_perm=HASHES, params=(BANDS, ROWS))
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=HASHES)
        sketch.update_batch([shingle.encode() for shingle in shingles(text)])
        yield number, lsh.query(sketch)
        lsh.insert(number, sketch)


def by_rensa(texts):
    lsh = RMinHashLSH(threshold=0.5, num_perm=HASHES, num_bands=BANDS)
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=HASHES, seed=1)
        sketch.update(shingles(text))
        yield number, lsh.query(sketch)
        lsh.insert(number, sketch)


def by_rensa_in_bulk(texts):
    """rensa's own fast way: all sketches at once, then all queries."""
    sketches = RMinHash.from_token_sets([shingles(text) for text in texts], num_perm=HASHES, seed=1)
    lsh = RMinHashLSH(threshold=0.5, num_perm=HASHES, num_bands=BANDS)
    lsh.insert_many(sketches)
    for number, sketch in enumerate(sketches):
        yield number, [other for other in lsh.query(sketch) if other < number]


def truth(stories):
    groups = defaultdict(int)
    for story in stories:
        if story is not None:
            groups[story] += 1
    return sum(n * (n - 1) // 2 for n in groups.values())


def main():
    rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    texts, stories = [row["text"] for row in rows], [row["copyOf"] for row in rows]
    for name, run in [("datasketch", by_datasketch), ("rensa", by_rensa), ("rensa in bulk", by_rensa_in_bulk)]:
        start = time.perf_counter()
        found = pairs = 0
        for number, others in run(texts):
            pairs += len(others)
            found += sum(1 for other in others if stories[number] is not None and stories[other] == stories[number])
        seconds = time.perf_counter() - start
        print(f"{name:16} {seconds:8.2f} s  {len(texts) / seconds:8.0f} reports/s  {pairs} pairs  recall {found / truth(stories):.4f}")


main()
