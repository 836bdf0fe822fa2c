"""What is trained on: the data and the starts of `handgrad bench`, drawn from the same seed."""

import numpy as np

RATE = 1e-3
SEED = 1

# Widths from the input to the output, and the batch size.
WORKLOADS = (((2, 10, 1), 4), ((64, 128, 10), 32), ((64, 128, 10), 1437))


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
    """The weights and biases that one flat vector holds, NumPy's or PyTorch's."""
    parts = []
    offset = 0
    for i, o in zip(widths, widths[1:]):
        parts.append((vector[offset:offset + i * o].reshape(i, o), vector[offset + i * o:offset + (i + 1) * o]))
        offset += (i + 1) * o
    return parts


def flat(widths):
    """The start as one flat vector."""
    return np.concatenate([part.ravel() for pair in start(widths) for part in pair])
