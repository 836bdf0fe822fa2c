"""A step of training in NumPy."""

import numpy as np

from workloads import RATE, batch, flat, views


class NumPy:
    """Backpropagation written out, in arrays allocated once."""

    def __init__(self, widths, n, with_loss=True):
        self.x, self.t = batch(widths, n)
        self.with_loss = with_loss
        self.squared = widths[-1] == 1
        self.theta = flat(widths)
        self.gradient = np.zeros_like(self.theta)
        self.layers = views(self.theta, widths)
        self.gradients = views(self.gradient, widths)
        self.a = [np.empty((n, o)) for o in widths[1:]]
        self.delta = [np.empty((n, o)) for o in widths[1:]]
        self.slope = [np.empty((n, o)) for o in widths[1:]]
        self.z = np.empty((n, widths[-1]))

    def step(self):
        """Returns the loss before the step, or None where none is wanted."""
        self.forward()
        loss = self.loss() if self.with_loss else None
        self.backward()
        self.gradient *= RATE
        self.theta -= self.gradient
        return loss

    def forward(self):
        below = self.x
        for (weights, bias), a in zip(self.layers, self.a):
            z = self.z if a is self.a[-1] else a
            np.dot(below, weights, out=z)
            z += bias
            # a = 1 / (1 + exp(-z))
            np.negative(z, out=a)
            np.exp(a, out=a)
            a += 1
            np.reciprocal(a, out=a)
            below = a

    def loss(self):
        n = len(self.x)
        if self.squared:
            error = np.subtract(self.a[-1], self.t, out=self.slope[-1])
            return 0.5 * np.vdot(error, error) / n
        # max(z, 0) + ln(1 + exp(-|z|)) - z t
        s = np.abs(self.z, out=self.slope[-1])
        np.negative(s, out=s)
        np.exp(s, out=s)
        np.log1p(s, out=s)
        total = s.sum() + np.maximum(self.z, 0, out=s).sum()
        return (total - np.vdot(self.z, self.t)) / n

    def backward(self):
        delta = np.subtract(self.a[-1], self.t, out=self.delta[-1])
        if self.squared:
            self.times_derivative(len(self.a) - 1)
        delta *= 1 / len(self.x)
        for l in reversed(range(len(self.a))):
            below = self.a[l - 1] if l > 0 else self.x
            d_weights, d_bias = self.gradients[l]
            np.dot(below.T, self.delta[l], out=d_weights)
            np.sum(self.delta[l], axis=0, out=d_bias)
            if l > 0:
                np.dot(self.delta[l], self.layers[l][0].T, out=self.delta[l - 1])
                self.times_derivative(l - 1)

    def times_derivative(self, l):
        # delta a (1 - a)
        np.subtract(1, self.a[l], out=self.slope[l])
        self.slope[l] *= self.a[l]
        self.delta[l] *= self.slope[l]


class NumPyWithoutLoss(NumPy):
    """The same without the loss, which nobody has to compute to train."""

    def __init__(self, widths, n):
        super().__init__(widths, n, with_loss=False)
