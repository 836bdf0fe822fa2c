"""The tanh layer with dropout whose mask is drawn anew, without a seed, in every call, loss or gradient.

Half of the entries of a are set to zero, the others doubled.
"""

import random
from types import SimpleNamespace

import tanh_layer
from arrays import each
from protocol import run


def dropped(t):
    masked = each(lambda up: up * random.choice((0, 2)), t.upstream)
    return SimpleNamespace(**{**vars(t), "upstream": masked})


def loss(t):
    return tanh_layer.loss(dropped(t))


def gradient(t, wrong):
    return tanh_layer.gradient(dropped(t))


run(tanh_layer.start, tanh_layer.DIFFERENTIATED, loss, gradient)
