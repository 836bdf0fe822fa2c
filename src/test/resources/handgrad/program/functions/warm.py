"""The tanh layer whose first gradient lacks the slope of tanh, since nothing was remembered yet; the next are right."""

import tanh_layer
from arrays import each
from protocol import run

remembered = []


def gradient(t, wrong):
    slope = tanh_layer.slope_at(t)
    used = slope if remembered else each(lambda entry: 1, slope)
    remembered.append(slope)
    return tanh_layer.backward(t, used), {}


run(tanh_layer.start, tanh_layer.DIFFERENTIATED, tanh_layer.loss, gradient)
