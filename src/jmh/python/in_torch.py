"""A step of training in PyTorch."""

import torch

from workloads import RATE, batch, flat, start, views


class Torch:
    """PyTorch as it is used: modules, autograd, torch.optim.SGD."""

    def __init__(self, widths, n):
        torch.set_num_threads(1)
        x, t = batch(widths, n)
        self.x = torch.from_numpy(x)
        self.t = torch.from_numpy(t)
        modules = []
        for weights, bias in start(widths):
            linear = torch.nn.Linear(*weights.shape, dtype=torch.float64)
            with torch.no_grad():
                linear.weight.copy_(torch.from_numpy(weights.T.copy()))
                linear.bias.copy_(torch.from_numpy(bias))
            modules += [linear, torch.nn.Sigmoid()]
        # Cross-entropy is computed from z, so that the last layer has no sigmoid of its own.
        self.squared = widths[-1] == 1
        self.model = torch.nn.Sequential(*(modules if self.squared else modules[:-1]))
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=RATE)

    def step(self):
        self.optimizer.zero_grad()
        y = self.model(self.x)
        if self.squared:
            loss = 0.5 * (y - self.t).square().sum() / len(self.x)
        else:
            loss = torch.nn.functional.binary_cross_entropy_with_logits(y, self.t, reduction="sum") / len(self.x)
        loss.backward()
        self.optimizer.step()
        return loss.item()


class TorchByHand:
    """Backpropagation written out on PyTorch's tensors, allocated once, without autograd and without the loss."""

    def __init__(self, widths, n):
        torch.set_num_threads(1)
        x, t = batch(widths, n)
        self.x = torch.from_numpy(x)
        self.t = torch.from_numpy(t)
        self.squared = widths[-1] == 1
        self.theta = torch.from_numpy(flat(widths))
        self.gradient = torch.zeros_like(self.theta)
        self.layers = views(self.theta, widths)
        self.gradients = views(self.gradient, widths)
        self.a = [torch.empty((n, o), dtype=torch.float64) for o in widths[1:]]
        self.delta = [torch.empty((n, o), dtype=torch.float64) for o in widths[1:]]
        self.slope = [torch.empty((n, o), dtype=torch.float64) for o in widths[1:]]

    def step(self):
        below = self.x
        for (weights, bias), a in zip(self.layers, self.a):
            torch.addmm(bias, below, weights, out=a)
            a.sigmoid_()
            below = a
        torch.sub(self.a[-1], self.t, out=self.delta[-1])
        if self.squared:
            self.times_derivative(len(self.a) - 1)
        self.delta[-1].mul_(1 / len(self.x))
        for l in reversed(range(len(self.a))):
            below = self.a[l - 1] if l > 0 else self.x
            d_weights, d_bias = self.gradients[l]
            torch.mm(below.t(), self.delta[l], out=d_weights)
            torch.sum(self.delta[l], 0, out=d_bias)
            if l > 0:
                torch.mm(self.delta[l], self.layers[l][0].t(), out=self.delta[l - 1])
                self.times_derivative(l - 1)
        self.theta.sub_(self.gradient, alpha=RATE)

    def times_derivative(self, l):
        torch.sub(1, self.a[l], out=self.slope[l])
        self.delta[l].mul_(self.slope[l].mul_(self.a[l]))
