#!/usr/bin/env python3
"""What a step of training takes in NumPy, PyTorch and scikit-learn, in microseconds.

The workloads are those of `handgrad bench --quick`: the same networks, batches, starts and learning rate, in double
precision, on one thread. A step is forward, backward and the update of plain gradient descent. Whoever is not installed
is named and left out.

    python3 src/jmh/python/peers.py
    python3 src/jmh/python/peers.py --json --seconds 10

`./handgrad bench --peers` has them take turns with Handgrad.
"""

import os

# Read once, when the libraries are loaded.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import importlib
import json
import platform
import statistics
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit("peers.py: found no NumPy, expected it to be installed for " + sys.executable)

from workloads import WORKLOADS

# What it is called, the library that it needs, and its class in the module in_LIBRARY.
PEERS = (
    ("numpy", "numpy", "NumPy"),
    ("numpy, no loss", "numpy", "NumPyWithoutLoss"),
    ("torch", "torch", "Torch"),
    ("torch by hand, no loss", "torch", "TorchByHand"),
    ("scikit-learn", "sklearn", "ScikitLearn"),
)

# About as long as a turn of `handgrad bench`.
SLICE_SECONDS = 0.02


def missing():
    absent = []
    for module in sorted({module for _, module, _ in PEERS}):
        try:
            importlib.import_module(module)
        except ImportError:
            absent.append(module)
    return absent


def microseconds(step, seconds):
    """Of a step, averaged over each of many short slices, after as many again to warm up."""
    times = []
    steps = 1
    slices = max(3, round(seconds / SLICE_SECONDS))
    for i in range(2 * slices):
        begin = time.perf_counter()
        for _ in range(steps):
            step()
        took = max(1e-9, time.perf_counter() - begin)
        if i >= slices:
            times.append(1e6 * took / steps)
        steps = max(1, round(steps * SLICE_SECONDS / took))
    return times


def rows(seconds, absent):
    for widths, n in WORKLOADS:
        for name, module, kind in PEERS:
            if module not in absent:
                peer = getattr(importlib.import_module("in_" + module), kind)
                times = microseconds(peer(widths, n).step, seconds)
                yield {
                    "network": "-".join(map(str, widths)),
                    "batch": n,
                    "peer": name,
                    "minMicros": min(times),
                    "medianMicros": statistics.median(times),
                }


def versions(absent):
    names = ["Python " + platform.python_version()]
    for module in sorted({module for _, module, _ in PEERS} - set(absent)):
        names.append(module + " " + importlib.import_module(module).__version__)
    return ", ".join(names)


def turns(absent):
    """Makes steps when told to, for `handgrad bench --peers`: who, on what, for how many nanoseconds; how long, how many."""
    print("\t".join(name for name, module, _ in PEERS if module not in absent))
    print(versions(absent), flush=True)
    peers = {}
    for line in sys.stdin:
        workload, name, nanos = line.rstrip("\n").split("\t")
        if (workload, name) not in peers:
            _, module, kind = next(peer for peer in PEERS if peer[0] == name)
            widths, n = workload.split("/")
            peer = getattr(importlib.import_module("in_" + module), kind)
            peers[workload, name] = [peer(tuple(map(int, widths.split("-"))), int(n)).step, 1]
        step, unwatched = peers[workload, name]
        made = took = 0
        begin = time.perf_counter_ns()
        while took < int(nanos):
            for _ in range(unwatched):
                step()
            made += unwatched
            took = time.perf_counter_ns() - begin
        peers[workload, name][1] = max(1, made // 10)
        print(took, made, flush=True)


def positive(text):
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError("%r: expected a number above 0" % text)
    return number


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON document, an array, and nothing else")
    parser.add_argument("--seconds", type=positive, default=2, help="for each peer and workload, after as long to warm up")
    parser.add_argument("--turns", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    # Where exp overflows, 1 / (1 + inf) is the 0 that it should be.
    np.seterr(over="ignore")
    absent = missing()
    if absent:
        print("left out, not installed: " + ", ".join(absent), file=sys.stderr)
    if options.turns:
        turns(absent)
        return
    if options.json:
        print(json.dumps(list(rows(options.seconds, absent)), indent=2))
        return
    print("%-12s %6s  %-22s %12s %12s" % ("network", "batch", "peer", "minimum", "median"))
    for row in rows(options.seconds, absent):
        print("%(network)-12s %(batch)6d  %(peer)-22s %(minMicros)12.1f %(medianMicros)12.1f" % row, flush=True)
    print("Microseconds a step, one thread, double precision. " + versions(absent) + ".")


if __name__ == "__main__":
    main()
