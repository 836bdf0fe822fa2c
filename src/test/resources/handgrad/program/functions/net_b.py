"""The network of net_a.py computed another way, sample by sample, with the loss from logits directly.

    loss = mean over samples of sum(targets) log(sum(exp(logits))) - sum(targets logits)

h2-forward is right in itself: its gradient is that of its own loss. Only the comparison with net_a.py finds it.
"""

from functools import partial

import net_a
from arrays import each, exp, filled, flat, log, nested, shape, sigmoid, tanh
from protocol import intermediate, parsed, run

MISTAKES = [
    ("h2-forward", "h2", "", ""),  # sigmoid for tanh
    ("h1-backward", "h1", "", ""),  # W2 reshaped, not transposed
]


def layer(h, weights, bias):
    return [sum(h[k] * weights[k][j] for k in range(len(h))) + bias[j] for j in range(len(bias))]


def forward(t, x, wrong):
    h1 = [tanh(z) for z in layer(x, t.W1, t.b1)]
    h2 = [(sigmoid if wrong == "h2-forward" else tanh)(z) for z in layer(h1, t.W2, t.b2)]
    return h1, h2, layer(h2, t.W3, t.b3)


def loss(t, wrong):
    total = 0
    for x, y in zip(t.x, t.targets):
        *_, logits = forward(t, x, wrong)
        highest = max(logits)
        total += sum(y) * (highest + log(sum(exp(z - highest) for z in logits)))
        total -= sum(p * z for p, z in zip(y, logits))
    return total / len(t.x)


def gradient(t, wrong):
    W2 = t.W2
    if wrong == "h1-backward":
        turned = nested(flat(W2), shape(W2)[::-1])
        W2 = [[row[k] for row in turned] for k in range(len(W2))]
    sums = {name: each(lambda entry: 0, vars(t)[name]) for name in net_a.DIFFERENTIATED}
    steps = []
    for x, y in zip(t.x, t.targets):
        h1, h2, logits = forward(t, x, wrong)
        powers = [exp(z - max(logits)) for z in logits]
        dlogits = [(sum(y) * p / sum(powers) - target) / len(t.x) for p, target in zip(powers, y)]
        dh2 = [sum(w * d for w, d in zip(row, dlogits)) for row in t.W3]
        dz2 = [d * (h * (1 - h) if wrong == "h2-forward" else 1 - h * h) for d, h in zip(dh2, h2)]
        dh1 = [sum(w * d for w, d in zip(row, dz2)) for row in W2]
        dz1 = [d * (1 - h * h) for d, h in zip(dh1, h1)]
        for number, h, dz in ((1, x, dz1), (2, h1, dz2), (3, h2, dlogits)):
            for j, d in enumerate(dz):
                sums[f"b{number}"][j] += d
                for k, value in enumerate(h):
                    sums[f"W{number}"][k][j] += value * d
        steps.append((h1, dh1, h2, dh2, logits, dlogits))
    h1, dh1, h2, dh2, logits, dlogits = map(list, zip(*steps))
    return sums, {
        "h1": intermediate(h1, dh1),
        "h2": intermediate(h2, dh2),
        "logits": intermediate(logits, dlogits),
    }


run(net_a.start, net_a.DIFFERENTIATED, partial(loss, wrong=parsed(MISTAKES).mistake), gradient, MISTAKES)
