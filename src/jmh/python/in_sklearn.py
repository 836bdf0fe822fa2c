"""A step of training in scikit-learn."""

import numpy as np
from sklearn.neural_network import MLPClassifier

from workloads import RATE, SEED, batch


class ScikitLearn:
    """MLPClassifier.partial_fit with one batch of all samples, from a start of its own.

    It is cross-entropy for a single output too: scikit-learn has no squared error on a sigmoid.
    """

    def __init__(self, widths, n):
        self.x, t = batch(widths, n)
        self.y = t.ravel().astype(int) if widths[-1] == 1 else t.astype(int)
        self.model = MLPClassifier(
            hidden_layer_sizes=widths[1:-1], activation="logistic", solver="sgd", alpha=0, batch_size=n,
            learning_rate_init=RATE, momentum=0, nesterovs_momentum=False, shuffle=False, random_state=SEED)
        self.model.partial_fit(self.x, self.y, classes=np.arange(max(2, widths[-1])))

    def step(self):
        self.model.partial_fit(self.x, self.y)
