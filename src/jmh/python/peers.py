#!/usr/bin/env python3
"""What a step of training takes in NumPy, PyTorch and scikit-learn, in microseconds.

The workloads are those of `handgrad bench --quick`: the same networks, batches, starts and learning rate, in double
precision, on one thread. A step is forward, backward and the update of plain gradient descent. Whoever is not installed
is named and left out.

    python3 src/jmh/python/peers.py
    python3 src/jmh/python/peers.py --json --seconds 10
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

RATE = 1e-3
SEED = 1
WORKLOADS = (((2, 10, 1), 4), ((64, 128, 10), 32), ((64, 128, 10), 1437))

# About as long as a turn of `handgrad bench`.
SLICE_SECONDS = 0.02


def batch(widths, n):
    """Inputs [n, nIn] in [0, 1) and targets [n, nOut] that are 0 or 1, in the order in which Handgrad draws them."""
    random = np.random.RandomState(SEED)
    x = np.empty((n, widths[0]))
    t = np.zeros((n, widths[-1]))
    for i in range(n):
        x[i] = random.random_sample(widths[0])
        if widths[-1] == 1:
            t[i, 0] = random.randint(0, 2)
        else:
            t[i, random.randint(0, widths[-1])] = 1
    return x, t


def start(widths):
    """Standard normal weights [nIn, nOut] and biases [nOut], layer by layer."""
    random = np.random.RandomState(SEED)
    return [(random.standard_normal((i, o)), random.standard_normal(o)) for i, o in zip(widths, widths[1:])]


def views(vector, widths):
    """The weights and biases that one flat vector holds; NumPy's and PyTorch's alike."""
    parts = []
    offset = 0
    for i, o in zip(widths, widths[1:]):
        parts.append((vector[offset:offset + i * o].reshape(i, o), vector[offset + i * o:offset + (i + 1) * o]))
        offset += (i + 1) * o
    return parts


def flat(widths):
    return np.concatenate([part.ravel() for pair in start(widths) for part in pair])


class NumPy:
    """Backpropagation written out, in arrays allocated once."""

    def __init__(self, widths, n, with_loss=True):
        self.x, self.t = batch(widths, n)
        self.with_loss = with_loss
        self.squared = widths[-1] == 1
        self.theta = flat(widths)
        self.gradient = np.zeros_like(self.theta)
        self.layers = views(self.theta, widths)
        self.gradients = views(self.gradient, widths)
        self.a = [np.empty((n, o)) for o in widths[1:]]
        self.delta = [np.empty((n, o)) for o in widths[1:]]
        self.slope = [np.empty((n, o)) for o in widths[1:]]
        self.z = np.empty((n, widths[-1]))

    def step(self):
        """Returns the loss before the step, or None where none is wanted."""
        self.forward()
        loss = self.loss() if self.with_loss else None
        self.backward()
        self.gradient *= RATE
        self.theta -= self.gradient
        return loss

    def forward(self):
        below = self.x
        for (weights, bias), a in zip(self.layers, self.a):
            z = self.z if a is self.a[-1] else a
            np.dot(below, weights, out=z)
            z += bias
            # a = 1 / (1 + exp(-z))
            np.negative(z, out=a)
            np.exp(a, out=a)
            a += 1
            np.reciprocal(a, out=a)
            below = a

    def loss(self):
        n = len(self.x)
        if self.squared:
            error = np.subtract(self.a[-1], self.t, out=self.slope[-1])
            return 0.5 * np.vdot(error, error) / n
        # max(z, 0) + ln(1 + exp(-|z|)) - z t
        s = np.abs(self.z, out=self.slope[-1])
        np.negative(s, out=s)
        np.exp(s, out=s)
        np.log1p(s, out=s)
        total = s.sum() + np.maximum(self.z, 0, out=s).sum()
        return (total - np.vdot(self.z, self.t)) / n

    def backward(self):
        delta = np.subtract(self.a[-1], self.t, out=self.delta[-1])
        if self.squared:
            self.times_derivative(len(self.a) - 1)
        delta *= 1 / len(self.x)
        for l in reversed(range(len(self.a))):
            below = self.a[l - 1] if l > 0 else self.x
            d_weights, d_bias = self.gradients[l]
            np.dot(below.T, self.delta[l], out=d_weights)
            np.sum(self.delta[l], axis=0, out=d_bias)
            if l > 0:
                np.dot(self.delta[l], self.layers[l][0].T, out=self.delta[l - 1])
                self.times_derivative(l - 1)

    def times_derivative(self, l):
        # delta a (1 - a)
        np.subtract(1, self.a[l], out=self.slope[l])
        self.slope[l] *= self.a[l]
        self.delta[l] *= self.slope[l]


class NumPyWithoutLoss(NumPy):
    """The same without the loss, which nobody has to compute to train."""

    def __init__(self, widths, n):
        super().__init__(widths, n, with_loss=False)


class Torch:
    """PyTorch as it is used: modules, autograd, torch.optim.SGD."""

    def __init__(self, widths, n):
        self.torch = torch = importlib.import_module("torch")
        torch.set_num_threads(1)
        x, t = batch(widths, n)
        self.x = torch.from_numpy(x)
        self.t = torch.from_numpy(t)
        modules = []
        for weights, bias in start(widths):
            linear = torch.nn.Linear(*weights.shape, dtype=torch.float64)
            with torch.no_grad():
                linear.weight.copy_(torch.from_numpy(weights.T.copy()))
                linear.bias.copy_(torch.from_numpy(bias))
            modules += [linear, torch.nn.Sigmoid()]
        # Cross-entropy is computed from z, so that the last layer has no sigmoid of its own.
        self.squared = widths[-1] == 1
        self.model = torch.nn.Sequential(*(modules if self.squared else modules[:-1]))
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=RATE)

    def step(self):
        self.optimizer.zero_grad()
        y = self.model(self.x)
        if self.squared:
            loss = 0.5 * (y - self.t).square().sum() / len(self.x)
        else:
            loss = self.torch.nn.functional.binary_cross_entropy_with_logits(y, self.t, reduction="sum") / len(self.x)
        loss.backward()
        self.optimizer.step()
        return loss.item()


class TorchByHand:
    """Backpropagation written out on PyTorch's tensors, allocated once, without autograd and without the loss."""

    def __init__(self, widths, n):
        self.torch = torch = importlib.import_module("torch")
        torch.set_num_threads(1)
        x, t = batch(widths, n)
        self.x = torch.from_numpy(x)
        self.t = torch.from_numpy(t)
        self.squared = widths[-1] == 1
        self.theta = torch.from_numpy(flat(widths))
        self.gradient = torch.zeros_like(self.theta)
        self.layers = views(self.theta, widths)
        self.gradients = views(self.gradient, widths)
        self.a = [torch.empty((n, o), dtype=torch.float64) for o in widths[1:]]
        self.delta = [torch.empty((n, o), dtype=torch.float64) for o in widths[1:]]
        self.slope = [torch.empty((n, o), dtype=torch.float64) for o in widths[1:]]

    def step(self):
        torch = self.torch
        below = self.x
        for (weights, bias), a in zip(self.layers, self.a):
            torch.addmm(bias, below, weights, out=a)
            a.sigmoid_()
            below = a
        torch.sub(self.a[-1], self.t, out=self.delta[-1])
        if self.squared:
            self.times_derivative(len(self.a) - 1)
        self.delta[-1].mul_(1 / len(self.x))
        for l in reversed(range(len(self.a))):
            below = self.a[l - 1] if l > 0 else self.x
            d_weights, d_bias = self.gradients[l]
            torch.mm(below.t(), self.delta[l], out=d_weights)
            torch.sum(self.delta[l], 0, out=d_bias)
            if l > 0:
                torch.mm(self.delta[l], self.layers[l][0].t(), out=self.delta[l - 1])
                self.times_derivative(l - 1)
        self.theta.sub_(self.gradient, alpha=RATE)

    def times_derivative(self, l):
        self.torch.sub(1, self.a[l], out=self.slope[l])
        self.delta[l].mul_(self.slope[l].mul_(self.a[l]))


class ScikitLearn:
    """MLPClassifier.partial_fit with one batch of all samples, from a start of its own.

    It is cross-entropy for a single output too: scikit-learn has no squared error on a sigmoid.
    """

    def __init__(self, widths, n):
        neural_network = importlib.import_module("sklearn.neural_network")
        self.x, t = batch(widths, n)
        self.y = t.ravel().astype(int) if widths[-1] == 1 else t.astype(int)
        self.model = neural_network.MLPClassifier(
            hidden_layer_sizes=widths[1:-1], activation="logistic", solver="sgd", alpha=0, batch_size=n,
            learning_rate_init=RATE, momentum=0, nesterovs_momentum=False, shuffle=False, random_state=SEED)
        self.model.partial_fit(self.x, self.y, classes=np.arange(max(2, widths[-1])))

    def step(self):
        self.model.partial_fit(self.x, self.y)


PEERS = (
    ("numpy", "numpy", NumPy),
    ("numpy, no loss", "numpy", NumPyWithoutLoss),
    ("torch", "torch", Torch),
    ("torch by hand, no loss", "torch", TorchByHand),
    ("scikit-learn", "sklearn", ScikitLearn),
)


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
        for name, module, peer in PEERS:
            if module not in absent:
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
    options = parser.parse_args()
    # Where exp overflows, 1 / (1 + inf) is the 0 that it should be.
    np.seterr(over="ignore")
    absent = missing()
    if absent:
        print("left out, not installed: " + ", ".join(absent), file=sys.stderr)
    if options.json:
        print(json.dumps(list(rows(options.seconds, absent)), indent=2))
        return
    print("%-12s %6s  %-22s %12s %12s" % ("network", "batch", "peer", "minimum", "median"))
    for row in rows(options.seconds, absent):
        print("%(network)-12s %(batch)6d  %(peer)-22s %(minMicros)12.1f %(medianMicros)12.1f" % row, flush=True)
    print("Microseconds a step, one thread, double precision. " + versions(absent) + ".")


if __name__ == "__main__":
    main()
