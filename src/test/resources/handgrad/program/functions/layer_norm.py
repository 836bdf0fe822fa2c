"""Layer normalisation: each row of x to mean 0 and variance 1 over its features, then times gamma plus beta.

    xhat = (x - mean(x)) / std,  std = sqrt(variance(x) + eps),  y = gamma xhat + beta,  loss = sum(upstream y)
    dx = (dxhat - mean(dxhat) - xhat mean(dxhat xhat)) / std  with  dxhat = upstream gamma

x and upstream are [samples, features], gamma and beta [features]. Source: Ba, Kiros and Hinton, 2016, section 3.
"""

from arrays import column_sums, dot, each, filled, sqrt, times, varied
from protocol import intermediate, run

MISTAKES = [
    ("mean-term-dropped", "x", "mean_term", ""),
    ("variance-term-dropped", "x", "variance_term", "upstream"),
    ("variance-term-added", "x", "variance_term", "upstream"),
    ("n-minus-1", "x", "mean_term|variance_term", ""),
    ("divided-by-samples", "x", "mean_term|variance_term", ""),
    ("averaged-over-samples", "x", "", ""),
    ("eps-left-out", "x", "", "upstream"),
    ("gamma-dropped", "x", "gamma", "gamma"),
    ("gamma-outside-the-means", "x", "", "gamma"),
    ("dgamma-without-xhat", "gamma", "", ""),
    ("dgamma-mean", "gamma", r"1/4|0\.25|mean", ""),
    ("dbeta-last-sample-only", "beta", "", ""),
    ("dbeta-without-upstream", "beta", "", "upstream"),
]


def start(hiding):
    return {
        "x": varied(21, 4, 5),
        "gamma": filled(1.0, 5) if hiding else varied(22, 5, least=0.4, most=1.8, signs=(1,)),
        "beta": varied(23, 5),
        "eps": 0.05,
        "upstream": filled(1.0, 4, 5) if hiding else varied(24, 4, 5),
    }


def mean(matrix):
    """In every entry the mean of its row."""
    return [[sum(row) / len(row)] * len(row) for row in matrix]


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
    if wrong == "eps-left-out":
        std = each(sqrt, variance)
    gamma = [t.gamma] * n
    dxhat = t.upstream if wrong in ("gamma-dropped", "gamma-outside-the-means") else times(t.upstream, gamma)
    average = mean
    if wrong == "averaged-over-samples":
        average = lambda matrix: [[total / n for total in column_sums(matrix)]] * n
    if wrong in ("n-minus-1", "divided-by-samples"):
        divisor = features - 1 if wrong == "n-minus-1" else n
        average = lambda matrix: each(lambda m: m * features / divisor, mean(matrix))
    direct = each(lambda d, s: d / s, dxhat, std)
    by_mean = each(lambda m, s: -m / s, average(dxhat), std)
    by_variance = each(lambda h, m, s: -h * m / s, xhat, average(times(dxhat, xhat)), std)
    counts = {"mean-term-dropped": (0, 1), "variance-term-dropped": (1, 0), "variance-term-added": (1, -1)}
    of_mean, of_variance = counts.get(wrong, (1, 1))
    dx = each(lambda d, m, v: d + of_mean * m + of_variance * v, direct, by_mean, by_variance)
    if wrong == "gamma-outside-the-means":
        dx = times(dx, gamma)

    dgamma = column_sums(t.upstream if wrong == "dgamma-without-xhat" else times(t.upstream, xhat))
    if wrong == "dgamma-mean":
        dgamma = [d / n for d in dgamma]
    dbeta = column_sums(filled(1.0, n, features) if wrong == "dbeta-without-upstream" else t.upstream)
    if wrong == "dbeta-last-sample-only":
        dbeta = t.upstream[-1]
    return {"x": dx, "gamma": dgamma, "beta": dbeta}, {
        "xhat": intermediate(xhat, dxhat),
        "direct_term": intermediate(direct),
        "mean_term": intermediate(by_mean),
        "variance_term": intermediate(by_variance),
    }


run(start, ("x", "gamma", "beta"), loss, gradient, MISTAKES)
