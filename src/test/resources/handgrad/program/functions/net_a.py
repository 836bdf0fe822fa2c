"""Two hidden layers and softmax cross-entropy, whole matrices at a time. Compared with net_b.py.

    h1 = tanh(x W1 + b1),  h2 = tanh(h1 W2 + b2),  logits = h2 W3 + b3
    loss = -mean over samples of sum(targets log softmax(logits)),  dlogits = (softmax(logits) - targets) / samples
"""

from arrays import column_sums, dot, each, exp, log, product, tanh, times, transposed, varied
from protocol import intermediate, run

DIFFERENTIATED = ("W1", "b1", "W2", "b2", "W3", "b3")


def start(hiding):
    return {
        "x": varied(91, 6, 3),
        "W1": varied(92, 3, 4, most=0.9),
        "b1": varied(93, 4),
        "W2": varied(94, 4, 5, most=0.9),
        "b2": varied(95, 5),
        "W3": varied(96, 5, 2, most=0.9),
        "b3": varied(97, 2),
        "targets": [[0.12, 0.88], [0.71, 0.29], [0.35, 0.65], [0.93, 0.07], [0.44, 0.56], [0.18, 0.82]],
    }


def affine(h, weights, bias):
    return each(lambda z, b: z + b, product(h, weights), [bias] * len(h))


def softmax(row):
    powers = [exp(z - max(row)) for z in row]
    return [power / sum(powers) for power in powers]


def forward(t):
    h1 = each(tanh, affine(t.x, t.W1, t.b1))
    h2 = each(tanh, affine(h1, t.W2, t.b2))
    return h1, h2, affine(h2, t.W3, t.b3)


def loss(t):
    *_, logits = forward(t)
    return -dot(t.targets, [[log(p) for p in softmax(row)] for row in logits]) / len(logits)


def gradient(t, wrong):
    h1, h2, logits = forward(t)
    slope = lambda h: each(lambda a: 1 - a**2, h)
    dlogits = each(lambda p, y: (p - y) / len(logits), [softmax(row) for row in logits], t.targets)
    dh2 = product(dlogits, transposed(t.W3))
    dz2 = times(dh2, slope(h2))
    dh1 = product(dz2, transposed(t.W2))
    dz1 = times(dh1, slope(h1))
    gradients = {
        "W1": product(transposed(t.x), dz1),
        "b1": column_sums(dz1),
        "W2": product(transposed(h1), dz2),
        "b2": column_sums(dz2),
        "W3": product(transposed(h2), dlogits),
        "b3": column_sums(dlogits),
    }
    return gradients, {
        "h1": intermediate(h1, dh1),
        "h2": intermediate(h2, dh2),
        "logits": intermediate(logits, dlogits),
    }


if __name__ == "__main__":
    run(start, DIFFERENTIATED, loss, gradient)
