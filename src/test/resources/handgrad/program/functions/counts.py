"""The tanh layer with gradients that are never set back to zero: each call adds to those of the calls before."""

import tanh_layer
from arrays import each
from protocol import run

accumulated = {}


def gradient(t, wrong):
    for name, array in tanh_layer.gradient(t)[0].items():
        before = accumulated.get(name, each(lambda entry: 0, array))
        accumulated[name] = each(lambda b, d: b + d, before, array)
    return accumulated, {}


run(tanh_layer.start, tanh_layer.DIFFERENTIATED, tanh_layer.loss, gradient)
