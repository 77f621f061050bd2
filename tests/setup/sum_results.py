"""Sums the trx files of a folder: prints `N passed, N failed, N skipped`, fails when one failed or none ran."""

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

NAMESPACE = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"
SKIPPED = {"NotExecuted", "Inconclusive", "NotRunnable"}


def outcomes(folder):
    for path in sorted(folder.glob("*.trx")):
        for result in ElementTree.parse(path).iter(f"{NAMESPACE}UnitTestResult"):
            yield result.get("outcome", "Failed"), result.get("testName", "?"), result.get("duration", "0:0:0")


def walked(folder):
    """What walks say of themselves, each line once."""
    for path in sorted(folder.glob("*.trx")):
        for output in ElementTree.parse(path).iter(f"{NAMESPACE}StdOut"):
            yield from (line for line in (output.text or "").splitlines() if line.startswith("Walked: "))


def seconds(duration):
    hours, minutes, rest = duration.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def main():
    results = list(outcomes(Path(sys.argv[1])))
    counts = Counter(
        "passed" if outcome == "Passed" else "skipped" if outcome in SKIPPED else "failed" for outcome, _, _ in results
    )
    slow = sorted(((seconds(time), name) for _, name, time in results), reverse=True)[:5]
    for time, name in slow:
        if time >= 2:
            print(f"slow         {time:4.1f} s  {name[:120]}")
    for line in dict.fromkeys(walked(Path(sys.argv[1]))):
        print(line)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 0 if counts["failed"] == 0 and counts["passed"] > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
