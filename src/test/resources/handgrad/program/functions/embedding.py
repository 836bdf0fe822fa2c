"""Rows looked up in a table, some of them more than once, and a layer with tanh on them.

    e = table[indices],  a = tanh(e weights),  loss = sum(upstream a)
    dz = upstream (1 - a^2),  dweights = e^T dz,  de = dz weights^T,  dtable[indices[p]] += de[p]

table is [rows, width], indices [positions], weights [width, outputs]. A row that is never looked up has gradient 0.
"""

from arrays import column_sums, dot, each, filled, flat, nested, product, shape, tanh, times, transposed, varied
from protocol import intermediate, run

MISTAKES = [
    ("tanh-not-differentiated", "weights", "", ""),
    ("tanh-differentiated-at-z", "weights", "", ""),
    ("dweights-mean", "weights", r"1/8|0\.125|mean", ""),
    ("weights-reshaped-not-transposed", "table", "", ""),
    ("repeats-overwrite", "table", "", "indices"),
    ("first-occurrence-only", "table", "", "indices"),
    ("divided-by-counts", "table", "", "indices"),
    ("off-by-one-row", "table", "", ""),
    ("position-for-index", "table", "", "indices"),
    ("indices-sorted", "table", "", "indices"),
    ("started-from-table", "table", "", ""),
    ("unused-rows-shared", "table", "", "indices"),
]


def start(hiding):
    """Hiding: every row of the table once, in order."""
    indices = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0] if hiding else [5.0, 2.0, 4.0, 5.0, 3.0, 2.0, 5.0, 4.0]
    return {
        "table": varied(71, 6, 3),
        "indices": indices,
        "weights": varied(72, 3, 2, most=0.9),
        "upstream": varied(73, len(indices), 2),
    }


def forward(t):
    looked_up = [t.table[int(index)] for index in t.indices]
    z = product(looked_up, t.weights)
    return looked_up, z, each(tanh, z)


def loss(t):
    *_, a = forward(t)
    return dot(t.upstream, a)


def gradient(t, wrong):
    looked_up, z, a = forward(t)
    dz = each(lambda d, a: d * (1 - a**2), t.upstream, a)
    if wrong == "tanh-not-differentiated":
        dz = t.upstream
    if wrong == "tanh-differentiated-at-z":
        dz = each(lambda d, z: d * (1 - z**2), t.upstream, z)
    dweights = product(transposed(looked_up), dz)
    if wrong == "dweights-mean":
        dweights = each(lambda d: d / len(dz), dweights)
    weights_t = transposed(t.weights)
    if wrong == "weights-reshaped-not-transposed":
        weights_t = nested(flat(t.weights), shape(weights_t))
    rows = product(dz, weights_t)

    dtable = each(lambda entry: entry if wrong == "started-from-table" else 0.0, t.table)
    indices = [int(index) for index in t.indices]
    for position, index in enumerate(sorted(indices) if wrong == "indices-sorted" else indices):
        row = rows[position]
        if wrong == "first-occurrence-only" and index in indices[:position]:
            continue
        if wrong == "divided-by-counts":
            row = [d / indices.count(index) for d in row]
        if wrong == "off-by-one-row":
            index = index - 1
        if wrong == "position-for-index":
            index = position % len(dtable)
        before = filled(0.0, len(row)) if wrong == "repeats-overwrite" else dtable[index]
        dtable[index] = each(lambda b, d: b + d, before, row)
    if wrong == "unused-rows-shared":
        mean = [total / len(rows) for total in column_sums(rows)]
        dtable = [row if index in indices else mean for index, row in enumerate(dtable)]
    return {"table": dtable, "weights": dweights}, {
        "looked_up": intermediate(looked_up, rows),
        "a": intermediate(a, t.upstream),
    }


run(start, ("table", "weights"), loss, gradient, MISTAKES)
