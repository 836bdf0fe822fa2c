"""The tanh layer that goes back with the slopes of the call before, loss or gradient.

Right in the first call, and wherever the call before was at the same point: asking one point twice does not find it.
"""

import tanh_layer
from protocol import run

remembered = []


def loss(t):
    remembered.append(tanh_layer.slope_at(t))
    return tanh_layer.loss(t)


def gradient(t, wrong):
    remembered.append(tanh_layer.slope_at(t))
    return tanh_layer.backward(t, remembered[-2:][0]), {}


run(tanh_layer.start, tanh_layer.DIFFERENTIATED, loss, gradient)
