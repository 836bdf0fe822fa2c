"""Batch normalisation: each column of x to mean 0 and variance 1 over the samples, then times gamma plus beta.

    xhat = (x - mean(x)) / std,  std = sqrt(variance(x) + eps),  y = gamma xhat + beta,  loss = sum(upstream y)
    dx = (dxhat - mean(dxhat) - xhat mean(dxhat xhat)) / std  with  dxhat = upstream gamma

x and upstream are [samples, features], gamma and beta [features]. Source: Ioffe and Szegedy, 2015, section 3.
"""

from arrays import column_sums, dot, each, filled, sqrt, times, varied
from protocol import intermediate, run

MISTAKES = [
    ("mean-term-dropped", "x", "mean_term", ""),
    ("variance-term-dropped", "x", "variance_term", "upstream"),
    ("variance-term-doubled", "x", "variance_term", "upstream"),
    ("statistics-constant", "x", "mean_term|variance_term", ""),
    ("n-minus-1", "x", "mean_term|variance_term", ""),
    ("variance-over-n-minus-1", "x", "", "upstream"),
    ("eps-left-out", "x", "", "upstream"),
    ("std-dropped", "x", "", "upstream"),
    ("gamma-dropped", "x", "gamma", "gamma"),
    ("gamma-twice", "x", "gamma", "gamma"),
    ("averaged-over-features", "x", "", ""),
    ("dgamma-without-xhat", "gamma", "", ""),
    ("dgamma-with-x", "gamma", "", ""),
    ("dbeta-mean", "beta", r"1/6|0\.167|mean", ""),
    ("dbeta-without-upstream", "beta", "", "upstream"),
]


def start(hiding):
    return {
        "x": varied(11, 6, 4),
        "gamma": filled(1.0, 4) if hiding else varied(12, 4, least=0.4, most=1.8, signs=(1,)),
        "beta": varied(13, 4),
        "eps": 0.05,
        "upstream": filled(1.0, 6, 4) if hiding else varied(14, 6, 4),
    }


def mean(matrix):
    """In every entry the mean of its column."""
    return [[total / len(matrix) for total in column_sums(matrix)]] * len(matrix)


def normalised(t):
    centred = each(lambda x, m: x - m, t.x, mean(t.x))
    variance = mean(times(centred, centred))
    std = each(lambda v: sqrt(v + t.eps), variance)
    return each(lambda c, s: c / s, centred, std), std, variance


def loss(t):
    xhat, _, _ = normalised(t)
    y = [[g * h + b for g, h, b in zip(t.gamma, row, t.beta)] for row in xhat]
    return dot(t.upstream, y)


def gradient(t, wrong):
    n, features = len(t.x), len(t.gamma)
    xhat, std, variance = normalised(t)
    if wrong == "variance-over-n-minus-1":
        std = each(lambda v: sqrt(v * n / (n - 1) + t.eps), variance)
    if wrong == "eps-left-out":
        std = each(sqrt, variance)
    if wrong == "std-dropped":
        std = filled(1.0, n, features)

    power = {"gamma-dropped": 0, "gamma-twice": 2}.get(wrong, 1)
    dxhat = [[d * g**power for d, g in zip(row, t.gamma)] for row in t.upstream]
    average = mean
    if wrong == "averaged-over-features":
        average = lambda matrix: [[sum(row) / features] * features for row in matrix]
    if wrong == "n-minus-1":
        average = lambda matrix: each(lambda m: m * n / (n - 1), mean(matrix))
    direct = each(lambda d, s: d / s, dxhat, std)
    by_mean = each(lambda m, s: -m / s, average(dxhat), std)
    by_variance = each(lambda h, m, s: -h * m / s, xhat, average(times(dxhat, xhat)), std)
    counts = {
        "mean-term-dropped": (0, 1),
        "variance-term-dropped": (1, 0),
        "variance-term-doubled": (1, 2),
        "statistics-constant": (0, 0),
    }
    of_mean, of_variance = counts.get(wrong, (1, 1))
    dx = each(lambda d, m, v: d + of_mean * m + of_variance * v, direct, by_mean, by_variance)

    factor = {"dgamma-without-xhat": filled(1.0, n, features), "dgamma-with-x": t.x}.get(wrong, xhat)
    dgamma = column_sums(times(t.upstream, factor))
    dbeta = column_sums(filled(1.0, n, features) if wrong == "dbeta-without-upstream" else t.upstream)
    if wrong == "dbeta-mean":
        dbeta = [d / n for d in dbeta]
    return {"x": dx, "gamma": dgamma, "beta": dbeta}, {
        "xhat": intermediate(xhat, dxhat),
        "direct_term": intermediate(direct),
        "mean_term": intermediate(by_mean),
        "variance_term": intermediate(by_variance),
    }


run(start, ("x", "gamma", "beta"), loss, gradient, MISTAKES)
