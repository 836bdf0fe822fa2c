"""Max pooling over windows that overlap.

    y[i,j] = max of x[i stride + a, j stride + b] over 0 <= a, b < window,  loss = sum(upstream y)
    dx: each window gives its upstream to the place of its maximum; a place that wins in two windows gets both

x is [height, width]. Source: Goodfellow, Bengio and Courville, Deep Learning, 2016, section 9.3.
"""

from itertools import product as every

from arrays import dot, filled, shape, varied
from protocol import run

MISTAKES = [
    ("windows-overwrite", "x", "", "stride"),
    ("averaged-over-windows", "x", "", "stride"),
    ("to-all-entries", "x", "", ""),
    ("mean-pooling", "x", "", ""),
    ("to-first-entry", "x", "", ""),
    ("first-window-only", "x", "", ""),
    ("index-within-window", "x", "", ""),
    ("stride-ignored", "x", "", ""),
    ("without-upstream", "x", "", "upstream"),
]


def start(hiding):
    """Hiding: the stride is the window, so that no place is in two windows."""
    return {
        "x": varied(48, 6, 9) if hiding else varied(48, 5, 9),
        "window": 3.0,
        "stride": 3.0 if hiding else 2.0,
        "upstream": filled(1.0, 2, 3) if hiding else varied(42, 2, 4),
    }


def places(t, i, j):
    """The rows and columns that window i, j covers."""
    window, stride = int(t.window), int(t.stride)
    return [(i * stride + a, j * stride + b) for a, b in every(range(window), repeat=2)]


def winner(t, i, j):
    return max(places(t, i, j), key=lambda place: t.x[place[0]][place[1]])


def windows(t):
    return every(*map(range, shape(t.upstream)))


def loss(t):
    return dot(t.upstream, [t.x[row][column] for row, column in (winner(t, i, j) for i, j in windows(t))])


def gradient(t, wrong):
    stride = int(t.stride)
    dx, visits = filled(0.0, *shape(t.x)), filled(0, *shape(t.x))
    for i, j in windows(t):
        if wrong == "first-window-only" and (i, j) != (0, 0):
            break
        covered = places(t, i, j)
        row, column = winner(t, i, j)
        targets = {
            "to-all-entries": covered,
            "mean-pooling": covered,
            "to-first-entry": covered[:1],
            "index-within-window": [(row - i * stride, column - j * stride)],
            "stride-ignored": [(row - i * stride + i, column - j * stride + j)],
        }.get(wrong, [(row, column)])
        share = 1.0 if wrong == "without-upstream" else t.upstream[i][j]
        if wrong == "mean-pooling":
            share = share / len(covered)
        for row, column in targets:
            before = 0 if wrong == "windows-overwrite" else dx[row][column]
            dx[row][column] = before + share
        for row, column in covered:
            visits[row][column] += 1
    if wrong == "averaged-over-windows":
        dx = [[d / max(count, 1) for d, count in zip(*rows)] for rows in zip(dx, visits)]
    return {"x": dx}, {}


run(start, ("x",), loss, gradient, MISTAKES)
