"""A 2-D convolution (a cross-correlation, as in all deep learning) with stride, zero padding, channels and bias.

    y[n,o,i,j] = bias[o] + sum over c, a, b of kernel[o,c,a,b] padded[n,c,i stride + a,j stride + b]
    loss = sum(upstream y);  every window gives its share back to the places it was read from, windows overlap

x is [samples, channels, height, width], kernel [outputs, channels, height, width], bias [outputs].
Source: Dumoulin and Visin, A guide to convolution arithmetic for deep learning, 2016.
"""

from itertools import product as every

from arrays import dot, filled, flat, nested, shape, varied
from protocol import run

MISTAKES = [
    ("kernel-flipped", "x", "", "kernel"),
    ("kernel-reshaped-not-transposed", "x", "", ""),
    ("windows-overwrite", "x", "", "kernel"),
    ("padding-not-cut-off", "x", "", "padding"),
    ("stride-ignored-in-dx", "x", "", "stride"),
    ("dx-last-output-only", "x", "", ""),
    ("stride-ignored-in-dkernel", "kernel", "", "stride"),
    ("padding-wraps-around", "kernel", "", "padding"),
    ("dkernel-first-sample-only", "kernel", "", "x"),
    ("dkernel-mean-over-samples", "kernel", r"1/3|0\.333|mean", "x"),
    ("bias-first-sample-only", "bias", "", "x"),
    ("bias-mean", "bias", r"1/18|0\.0556|mean", ""),
    ("bias-without-upstream", "bias", "", "upstream"),
]


def start(hiding):
    """Hiding: kernels of one entry, that never overlap, with nothing around one sample."""
    samples, height, width = (1, 1, 1) if hiding else (3, 2, 3)
    rows, columns = (2, 5) if hiding else (2, 3)
    return {
        "x": varied(31, samples, 2, 2, 5),
        "kernel": varied(32, 4, 2, height, width),
        "bias": varied(33, 4),
        "stride": 1.0 if hiding else 2.0,
        "padding": 0.0 if hiding else 1.0,
        "upstream": filled(1.0, samples, 4, rows, columns) if hiding else varied(34, samples, 4, rows, columns),
    }


def padded(x, padding):
    samples, channels, height, width = shape(x)
    larger = filled(0.0, samples, channels, height + 2 * padding, width + 2 * padding)
    for n, c, i, j in indices(x):
        larger[n][c][i + padding][j + padding] = x[n][c][i][j]
    return larger


def indices(array):
    return every(*map(range, shape(array)))


def loss(t):
    s, x = int(t.stride), padded(t.x, int(t.padding))
    taps = list(indices(t.kernel[0]))
    y = [
        t.bias[o] + sum(t.kernel[o][c][a][b] * x[n][c][i * s + a][j * s + b] for c, a, b in taps)
        for n, o, i, j in indices(t.upstream)
    ]
    return dot(t.upstream, y)


def gradient(t, wrong):
    s, p, dy = int(t.stride), int(t.padding), t.upstream
    samples, channels, height, width = shape(t.x)
    outputs, _, rows, columns = shape(t.kernel)
    x, kernel = padded(t.x, p), t.kernel
    if wrong == "kernel-flipped":
        kernel = [[[row[::-1] for row in image[::-1]] for image in images] for images in kernel]
    to_channels = [[kernel[o][c] for o in range(outputs)] for c in range(channels)]
    if wrong == "kernel-reshaped-not-transposed":
        to_channels = nested(flat(kernel), shape(to_channels))
    dx, dkernel = filled(0.0, *shape(x)), filled(0.0, *shape(kernel))
    s_dx = 1 if wrong == "stride-ignored-in-dx" else s
    s_dkernel = 1 if wrong == "stride-ignored-in-dkernel" else s
    for n, i, j in every(range(samples), *map(range, shape(dy[0][0]))):
        for c, a, b in indices(kernel[0]):
            share = sum(to_channels[c][o][a][b] * dy[n][o][i][j] for o in range(outputs))
            if wrong == "dx-last-output-only":
                share = to_channels[c][-1][a][b] * dy[n][-1][i][j]
            before = 0 if wrong == "windows-overwrite" else dx[n][c][i * s_dx + a][j * s_dx + b]
            dx[n][c][i * s_dx + a][j * s_dx + b] = before + share
            read = x[n][c][i * s_dkernel + a][j * s_dkernel + b]
            if wrong == "padding-wraps-around":
                read = t.x[n][c][(i * s + a - p) % height][(j * s + b - p) % width]
            if not (wrong == "dkernel-first-sample-only" and n > 0):
                for o in range(outputs):
                    dkernel[o][c][a][b] += dy[n][o][i][j] * read
    cut = 0 if wrong == "padding-not-cut-off" else p
    dx = [[[row[cut : cut + width] for row in image[cut : cut + height]] for image in images] for images in dx]
    if wrong == "dkernel-mean-over-samples":
        dkernel = nested([d / samples for d in flat(dkernel)], shape(kernel))

    counted = dy[:1] if wrong == "bias-first-sample-only" else dy
    dbias = [sum(sum(flat(images[o])) for images in counted) for o in range(outputs)]
    if wrong == "bias-mean":
        dbias = [d / (len(flat(dy)) / outputs) for d in dbias]
    if wrong == "bias-without-upstream":
        dbias = [len(flat(dy)) / outputs] * outputs
    return {"x": dx, "kernel": dkernel, "bias": dbias}, {}


run(start, ("x", "kernel", "bias"), loss, gradient, MISTAKES)
