"""Softmax attention.

    S = scale q k^T,  P = softmax of each row of S,  y = P v,  loss = sum(upstream y)
    dv = P^T upstream,  dP = upstream v^T,  dS = P (dP - rowsum(P dP)),  dq = scale dS k,  dk = scale dS^T q

q is [queries, width], k [keys, width], v [keys, values]. Source: Vaswani et al., 2017, section 3.2.1.
"""

from arrays import column_sums, dot, each, exp, filled, flat, nested, product, shape, times, transposed, varied
from protocol import intermediate, run

MISTAKES = [
    ("dv-by-scores", "v", "", ""),
    ("dv-reshaped-not-transposed", "v", "", "q"),
    ("dv-mean-over-queries", "v", r"1/3|0\.333|mean", "q"),
    ("dv-without-upstream", "v", "", "upstream"),
    ("softmax-diagonal-only", "q", "", ""),
    ("softmax-without-row-sum", "q", "", ""),
    ("softmax-over-wrong-axis", "q", "", ""),
    ("softmax-of-unscaled-scores", "q", "", "scale"),
    ("dq-without-scale", "q", r"scale|1\.67", "scale"),
    ("dk-scaled-twice", "k", r"scale|0\.6", "scale"),
    ("dk-reshaped-not-transposed", "k", "", "q"),
    ("dk-last-query-only", "k", "", "q"),
]


def start(hiding):
    """Hiding: one query, and scores that are not scaled."""
    queries = 1 if hiding else 3
    return {
        "q": varied(61, queries, 4),
        "k": varied(62, 5, 4),
        "v": varied(63, 5, 2),
        "scale": 1.0 if hiding else 0.6,
        "upstream": filled(1.0, queries, 2) if hiding else varied(64, queries, 2),
    }


def softmax(row):
    powers = [exp(s - max(row)) for s in row]
    return [power / sum(powers) for power in powers]


def forward(t, scale):
    scores = each(lambda s: scale * s, product(t.q, transposed(t.k)))
    return scores, [softmax(row) for row in scores]


def loss(t):
    _, probabilities = forward(t, t.scale)
    return dot(t.upstream, product(probabilities, t.v))


def through_softmax(dp, p, wrong):
    """dS of P and dP."""
    weighted = times(p, dp)
    rows = [[sum(row)] * len(row) for row in weighted]
    if wrong == "softmax-diagonal-only":
        rows = weighted
    if wrong == "softmax-without-row-sum":
        rows = filled(0.0, *shape(p))
    if wrong == "softmax-over-wrong-axis":
        rows = [column_sums(weighted)] * len(p)
    return each(lambda p, d, r: p * (d - r), p, dp, rows)


def gradient(t, wrong):
    queries = len(t.q)
    scores, p = forward(t, t.scale)
    dp = product(t.upstream, transposed(t.v))
    if wrong == "softmax-of-unscaled-scores":
        ds = through_softmax(dp, forward(t, 1)[1], wrong)
    else:
        ds = through_softmax(dp, p, wrong)

    other_way = lambda matrix: nested(flat(matrix), shape(matrix)[::-1])
    p_t = (other_way if wrong == "dv-reshaped-not-transposed" else transposed)(p)
    ds_t = (other_way if wrong == "dk-reshaped-not-transposed" else transposed)(ds)
    dy = filled(1.0, *shape(t.upstream)) if wrong == "dv-without-upstream" else t.upstream
    dv = product(transposed(scores) if wrong == "dv-by-scores" else p_t, dy)
    if wrong == "dv-mean-over-queries":
        dv = each(lambda d: d / queries, dv)
    dq = each(lambda d: d * (1 if wrong == "dq-without-scale" else t.scale), product(ds, t.k))
    dk = product(ds_t, t.q)
    if wrong == "dk-last-query-only":
        dk = product(transposed(ds[-1:]), t.q[-1:])
    dk = each(lambda d: d * t.scale ** (2 if wrong == "dk-scaled-twice" else 1), dk)
    return {"q": dq, "k": dk, "v": dv}, {
        "scores": intermediate(scores, ds),
        "probabilities": intermediate(p, dp),
    }


run(start, ("q", "k", "v"), loss, gradient, MISTAKES)
