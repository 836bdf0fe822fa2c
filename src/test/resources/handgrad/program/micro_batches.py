"""A training loop that adds gradients up over micro-batches, as `handgrad verify --micro-batches K` asks for it.

    python3 micro_batches.py                      is right
    python3 micro_batches.py mean-of-means        makes this mistake; MISTAKES has them all
    python3 micro_batches.py --fixed 2-3-1 4      has one network of these widths, and a batch of 4 samples

Sigmoid layers with half the squared error, in plain Python. The gradient of a micro-batch is the sum over its samples; what is made
of it is in Loop.
"""

import argparse
import json
import math
import random
import sys

MISTAKES = (
    "mean-of-means",
    "sum-of-means",
    "not-divided",
    "averaged-twice",
    "averaged-within",
    "divided-by-last",
    "times-k",
    "not-zeroed",
    "zeroed-each-time",
    "zeroed-late",
    "answered-early",
    "bias-set",
    "running-mean",
    "one-derivative-missing",
    "first-activations",
    "crashes",
    "cannot",
)


def forward(layers, x):
    a = [x]
    for layer in layers:
        z = [b + sum(u * row[k] for u, row in zip(a[-1], layer["weights"])) for k, b in enumerate(layer["bias"])]
        a.append([1 / (1 + math.exp(-v)) for v in z])
    return a


def zeros(layers):
    return [{"weights": [[0.0] * len(row) for row in l["weights"]], "bias": [0.0] * len(l["bias"])} for l in layers]


class Loop:
    """What somebody keeps from one micro-batch to the next, and how they add up."""

    def __init__(self, mistake):
        self.mistake = mistake
        self.sum = None
        self.loss = 0.0
        self.first = None

    def factor(self, case, size):
        part = case["microBatch"]
        n, count = part["n"], part["count"]
        right = 1 / n if case["reduction"] == "mean" else 1.0
        return {
            "mean-of-means": 1 / size / count,
            "sum-of-means": 1 / size,
            "not-divided": 1.0,
            "averaged-twice": 1 / n / count,
            "averaged-within": 1 / size / n,
            "divided-by-last": 1.0,
            "times-k": right * count,
            "running-mean": 1 / size,
        }.get(self.mistake, right)

    def take(self, case):
        """One micro-batch; the gradient so far."""
        part, layers, size = case["microBatch"], case["layers"], len(case["x"])
        first, last = part["index"] == 0, part["index"] == part["count"] - 1
        shaped = self.sum is not None and [len(l["bias"]) for l in self.sum] == [len(l["bias"]) for l in layers]
        if self.mistake == "not-zeroed" and shaped:
            first = False
        if first and self.mistake == "answered-early" and shaped:
            first = False
        if first or self.mistake == "zeroed-each-time":
            self.sum, self.loss = zeros(layers), 0.0
        if self.mistake == "running-mean":
            self.scale(0.5 if part["index"] else 0.0)
        early = json.loads(json.dumps(self.sum))
        factor = self.factor(case, size)
        if self.mistake == "running-mean" and part["index"]:
            factor *= 0.5
        for x, t in zip(case["x"], case["y"]):
            self.add(case, x, t, factor)
        if self.mistake == "zeroed-late" and first:
            self.sum = zeros(layers)
        if self.mistake == "divided-by-last" and last:
            self.scale(1 / size)
        answer = early if self.mistake == "answered-early" else self.sum
        output = {"loss": self.loss, "gradients": json.loads(json.dumps(answer))}
        if self.mistake == "answered-early" and last:
            self.sum = [
                {"weights": [[u - v for u, v in zip(p, q)] for p, q in zip(now["weights"], was["weights"])],
                 "bias": [u - v for u, v in zip(now["bias"], was["bias"])]}
                for now, was in zip(self.sum, early)
            ]
        return output

    def scale(self, factor):
        for layer in self.sum:
            layer["weights"] = [[factor * v for v in row] for row in layer["weights"]]
            layer["bias"] = [factor * v for v in layer["bias"]]

    def add(self, case, x, t, factor):
        layers = case["layers"]
        a = forward(layers, x)
        if self.mistake == "first-activations":
            if case["microBatch"]["index"] == 0:
                self.first = a
            a = self.first[:-1] + [a[-1]]
        y = a[-1]
        right = 1 / case["microBatch"]["n"] if case["reduction"] == "mean" else 1.0
        self.loss += right * sum((u - v) ** 2 for u, v in zip(y, t)) / 2
        slope = (lambda v: 1.0) if self.mistake == "one-derivative-missing" else (lambda v: v * (1 - v))
        delta = [(u - v) * slope(u) for u, v in zip(y, t)]
        for l in reversed(range(len(layers))):
            into = self.sum[l]
            for k, d in enumerate(delta):
                for j, u in enumerate(a[l]):
                    into["weights"][j][k] += factor * u * d
                set_anew = self.mistake == "bias-set" and x is case["x"][0]
                into["bias"][k] = (0.0 if set_anew else into["bias"][k]) + factor * d
            delta = [sum(w * d for w, d in zip(row, delta)) * u * (1 - u) for row, u in zip(layers[l]["weights"], a[l])]


def start(widths, n):
    """A network of these widths, and a batch, as a case file has them."""
    draw = random.Random(5)
    rows = lambda count, width: [[draw.uniform(-1, 1) for _ in range(width)] for _ in range(count)]
    layers = [
        {"weights": rows(i, o), "bias": rows(1, o)[0], "activation": "sigmoid"} for i, o in zip(widths, widths[1:])
    ]
    return {
        "layers": layers,
        "loss": "half-squared-error",
        "reduction": "mean",
        "x": rows(n, widths[0]),
        "y": rows(n, widths[-1]),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mistake", nargs="?", choices=MISTAKES)
    parser.add_argument("--fixed", nargs=2, metavar=("WIDTHS", "N"))
    arguments = parser.parse_args()
    can = {"activations": ["sigmoid"], "losses": ["half-squared-error"], "accumulate": arguments.mistake != "cannot"}
    if arguments.fixed:
        widths = [int(width) for width in arguments.fixed[0].split("-")]
        can.update(takes="fixed", network=start(widths, int(arguments.fixed[1])))
    loop = Loop(arguments.mistake)
    for line in sys.stdin:
        message = json.loads(line)
        answer = {"id": message["id"]}
        if message["kind"] == "start":
            answer.update(tool="micro_batches.py", config=can)
        elif message["kind"] == "define":
            answer.update(success=True)
        elif message["kind"] == "evaluate":
            if arguments.mistake == "crashes" and message["input"]["microBatch"]["index"] == 1:
                sys.exit("out of memory")
            answer.update(success=True, output=loop.take(message["input"]))
        print(json.dumps(answer), flush=True)


main()
