"""One step of a long short-term memory, with the gradients that come back from the steps after it.

    z = x W + h U + b, its blocks of columns z_i, z_f, z_g, z_o
    i = sigmoid(z_i),  f = sigmoid(z_f),  g = tanh(z_g),  o = sigmoid(z_o)
    c_next = f c + i g,  h_next = o tanh(c_next),  loss = sum(upstream_h h_next) + sum(upstream_c c_next)
    dc_next = upstream_c + upstream_h o (1 - tanh(c_next)^2),  dc = dc_next f,  dz_i = dc_next g i (1 - i), ...

x is [samples, inputs], h and c [samples, cells], W [inputs, 4 cells], U [cells, 4 cells], b [4 cells].
Source: Hochreiter and Schmidhuber, 1997, with the forget gate of Gers, Schmidhuber and Cummins, 2000.
"""

from arrays import column_sums, dot, each, filled, product, sigmoid, tanh, times, transposed, varied
from protocol import intermediate, run

MISTAKES = [
    ("upstream-c-ignored", "c", "", "upstream_c"),
    ("tanh-of-c-not-differentiated", "c", "", ""),
    ("dc-without-forget-gate", "c", "", ""),
    ("forget-gate-without-1-minus-f", "b", "", "c"),
    ("output-gate-not-differentiated", "b", "", ""),
    ("output-gate-by-c", "b", "", ""),
    ("i-and-g-swapped", "b", "", ""),
    ("g-by-sigmoid", "b", "", ""),
    ("db-mean", "b", r"1/2|0\.5|half|mean", ""),
    ("db-first-sample-only", "b", "", ""),
    ("dW-last-sample-only", "W", "", ""),
    ("dU-by-h-next", "U", "", ""),
    ("dU-last-sample-only", "U", "", "h"),
    ("dh-without-forget-gate", "h", "", "c"),
    ("dx-without-output-gate", "x", "", ""),
]


def start(hiding):
    """Hiding: a first step, from nothing to nothing."""
    return {
        "x": varied(51, 2, 4),
        "h": filled(0.0, 2, 3) if hiding else varied(52, 2, 3, most=0.9),
        "c": filled(0.0, 2, 3) if hiding else varied(53, 2, 3, least=0.8, most=2.5),
        "W": varied(54, 4, 12, most=0.9),
        "U": varied(55, 3, 12, most=0.9),
        "b": varied(56, 12, most=0.9),
        "upstream_h": filled(1.0, 2, 3) if hiding else varied(57, 2, 3),
        "upstream_c": filled(0.0, 2, 3) if hiding else varied(58, 2, 3),
    }


def forward(t):
    cells = len(t.h[0])
    z = each(lambda *terms: sum(terms), product(t.x, t.W), product(t.h, t.U), [t.b] * len(t.x))
    i, f, g, o = (
        each(function, [row[k * cells : (k + 1) * cells] for row in z])
        for k, function in enumerate((sigmoid, sigmoid, tanh, sigmoid))
    )
    c_next = each(lambda f, c, i, g: f * c + i * g, f, t.c, i, g)
    return i, f, g, o, c_next, each(lambda o, c: o * tanh(c), o, c_next)


def loss(t):
    *_, c_next, h_next = forward(t)
    return dot(t.upstream_h, h_next) + dot(t.upstream_c, c_next)


def gradient(t, wrong):
    i, f, g, o, c_next, h_next = forward(t)
    dh_next, upstream_c = t.upstream_h, t.upstream_c
    if wrong == "upstream-c-ignored":
        upstream_c = filled(0.0, *map(len, (t.c, t.c[0])))
    slope = each(lambda c: 1 - (0 if wrong == "tanh-of-c-not-differentiated" else tanh(c) ** 2), c_next)
    dc_next = each(lambda up, dh, o, s: up + dh * o * s, upstream_c, dh_next, o, slope)
    di, df, dg = times(dc_next, g), times(dc_next, t.c), times(dc_next, i)
    do = times(dh_next, c_next if wrong == "output-gate-by-c" else each(tanh, c_next))
    if wrong == "i-and-g-swapped":
        di, dg = dg, di

    of_sigmoid, of_tanh = (lambda d, s: d * s * (1 - s)), (lambda d, a: d * (1 - a**2))
    dz_i = each(of_sigmoid, di, i)
    dz_f = each((lambda d, s: d * s) if wrong == "forget-gate-without-1-minus-f" else of_sigmoid, df, f)
    dz_g = each(of_sigmoid if wrong == "g-by-sigmoid" else of_tanh, dg, g)
    dz_o = do if wrong == "output-gate-not-differentiated" else each(of_sigmoid, do, o)
    none = filled(0.0, *map(len, (t.c, t.c[0])))
    side_by_side = lambda *blocks: [sum(rows, []) for rows in zip(*blocks)]
    dz = side_by_side(dz_i, dz_f, dz_g, dz_o)
    dz_for_h = side_by_side(dz_i, none, dz_g, dz_o) if wrong == "dh-without-forget-gate" else dz
    dz_for_x = side_by_side(dz_i, dz_f, dz_g, none) if wrong == "dx-without-output-gate" else dz
    samples = lambda name: slice(-1, None) if wrong == f"{name}-last-sample-only" else slice(None)
    db = column_sums(dz[:1] if wrong == "db-first-sample-only" else dz)
    gradients = {
        "x": product(dz_for_x, transposed(t.W)),
        "h": product(dz_for_h, transposed(t.U)),
        "c": dc_next if wrong == "dc-without-forget-gate" else times(dc_next, f),
        "W": product(transposed(t.x[samples("dW")]), dz[samples("dW")]),
        "U": product(transposed((h_next if wrong == "dU-by-h-next" else t.h)[samples("dU")]), dz[samples("dU")]),
        "b": [d / len(dz) for d in db] if wrong == "db-mean" else db,
    }
    values, slopes = (i, f, g, o, c_next, h_next), (di, df, dg, do, dc_next, dh_next)
    return gradients, dict(zip(("i", "f", "g", "o", "c_next", "h_next"), map(intermediate, values, slopes)))


run(start, ("x", "h", "c", "W", "U", "b"), loss, gradient, MISTAKES)
