"""One layer with tanh:  a = tanh(x weights + bias),  loss = sum(upstream a). Always right; others spoil it.

    dz = upstream (1 - a^2),  dx = dz weights^T,  dweights = x^T dz,  dbias = sum of dz over the samples
"""

from arrays import column_sums, dot, each, product, tanh, times, transposed, varied
from protocol import run

DIFFERENTIATED = ("x", "weights", "bias")


def start(hiding=False):
    return {
        "x": varied(81, 5, 3),
        "weights": varied(82, 3, 2, most=0.9),
        "bias": varied(83, 2),
        "upstream": varied(84, 5, 2),
    }


def forward(t):
    return [[tanh(z + b) for z, b in zip(row, t.bias)] for row in product(t.x, t.weights)]


def loss(t):
    return dot(t.upstream, forward(t))


def backward(t, slope):
    """The gradients, with da/dz given."""
    dz = times(t.upstream, slope)
    return {"x": product(dz, transposed(t.weights)), "weights": product(transposed(t.x), dz), "bias": column_sums(dz)}


def slope_at(t):
    return each(lambda a: 1 - a**2, forward(t))


def gradient(t, wrong=None):
    return backward(t, slope_at(t)), {}


if __name__ == "__main__":
    run(start, DIFFERENTIATED, loss, gradient)
