"""Repeats the Handgrad experiment digits-cross-entropy with NumPy: same data, draws, batches and arithmetic."""
import numpy as np

from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
digits = load_digits()
x, x_test, y, y_test = train_test_split(
    digits.data / 16, np.eye(10)[digits.target], test_size=0.2, random_state=1)

ACTIVATIONS = ["sigmoid", "sigmoid"]
LOSS = "binary-cross-entropy"
SCORE = "accuracy"
REDUCTION = "mean"
TRAIN_BIASES = True
UPDATER = "sgd"
L2 = 0.0
LEARNING_RATE = 0.5
MOMENTUM, BETA1, BETA2, EPSILON = 0.9, 0.9, 0.999, 1.0E-8
EPOCHS = 1000
BATCH_SIZE = 1437
DRAWN = False
STOP_LOSS = None
STOP_STEP = None
DTYPE = np.float64

np.random.seed(1)
theta = [
    [np.random.standard_normal((64, 128)), np.random.standard_normal((128,))],
    [np.random.standard_normal((128, 10)), np.random.standard_normal((10,))],
]
theta = [[part.astype(DTYPE) for part in layer] for layer in theta]
# What the updater remembers of each weight matrix and bias: a velocity or mean of gradients, and a mean of their squares.
memory = [[(np.zeros_like(part), np.zeros_like(part)) for part in layer] for layer in theta]


def activate(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "identity":
        return z
    if name == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    raise ValueError("unknown activation " + name)


def times_derivative(name, a, delta):
    if name == "sigmoid":
        return delta * a * (1 - a)
    if name == "tanh":
        return delta * (1 - a * a)
    if name == "relu":
        return delta * (a > 0)
    if name == "identity":
        return delta
    if name == "softmax":
        return a * (delta - (delta * a).sum(axis=1, keepdims=True))
    raise ValueError("unknown activation " + name)


def forward(x):
    a, z = [x], []
    for (w, b), name in zip(theta, ACTIVATIONS):
        z.append(a[-1].dot(w) + b)
        a.append(activate(name, z[-1]))
    return z, a


def factor(n):
    return 1 / n if REDUCTION == "mean" else 1


def loss(x, t):
    z, a = forward(x)
    z, y = z[-1], a[-1]
    if LOSS == "half-squared-error":
        total = ((y - t) ** 2).sum() / 2
    elif LOSS == "mean-squared-error":
        total = ((y - t) ** 2).sum() / t.shape[1]
    elif LOSS == "binary-cross-entropy":
        total = (np.logaddexp(0, z) - z * t).sum()
    elif LOSS == "cross-entropy":
        total = (np.logaddexp.reduce(z, axis=1) * t.sum(axis=1)).sum() - (z * t).sum()
    else:
        raise ValueError("unknown loss " + LOSS)
    return factor(len(x)) * total


def descend(l, k, g, count):
    """Moves part k of layer l, 0 its weights and 1 its bias, by its gradient in step number count."""
    first, second = memory[l][k]
    if k == 0:
        g = g + L2 * theta[l][k]
    if UPDATER == "sgd":
        s = LEARNING_RATE * g
    elif UPDATER == "momentum":
        s = first = MOMENTUM * first + LEARNING_RATE * g
    elif UPDATER == "nesterov":
        first = MOMENTUM * first + LEARNING_RATE * g
        s = MOMENTUM * first + LEARNING_RATE * g
    elif UPDATER == "adam":
        first = BETA1 * first + (1 - BETA1) * g
        second = BETA2 * second + (1 - BETA2) * g * g
        unbiased = (1 - BETA2 ** count) ** 0.5 / (1 - BETA1 ** count)
        s = LEARNING_RATE * unbiased * first / (np.sqrt(second) + EPSILON)
    else:
        raise ValueError("unknown updater " + UPDATER)
    memory[l][k] = first, second
    if k == 0 or TRAIN_BIASES:
        theta[l][k] = theta[l][k] - s


def step(x, t, count):
    z, a = forward(x)
    y = a[-1]
    if LOSS == "binary-cross-entropy":
        delta = y - t
    elif LOSS == "cross-entropy":
        delta = y * t.sum(axis=1, keepdims=True) - t
    elif LOSS == "half-squared-error":
        delta = times_derivative(ACTIVATIONS[-1], y, y - t)
    elif LOSS == "mean-squared-error":
        delta = times_derivative(ACTIVATIONS[-1], y, 2 / t.shape[1] * (y - t))
    else:
        raise ValueError("unknown loss " + LOSS)
    delta = delta * factor(len(x))
    for l in reversed(range(len(theta))):
        below = times_derivative(ACTIVATIONS[l - 1], a[l], delta.dot(theta[l][0].T)) if l else None
        descend(l, 0, a[l].T.dot(delta), count)
        descend(l, 1, delta.sum(axis=0), count)
        delta = below


def score(x, t):
    y = forward(x)[1][-1]
    if SCORE == "R2":
        return (1 - ((y - t) ** 2).sum(axis=0) / ((t - t.mean(axis=0)) ** 2).sum(axis=0)).mean()
    if t.shape[1] == 1:
        return ((y >= 0.5) == (t >= 0.5)).mean()
    return (y.argmax(axis=1) == t.argmax(axis=1)).mean()


def flat():
    return np.concatenate([part.ravel() for layer in theta for part in layer])


def train(x, y):
    count = 0
    for epoch in range(EPOCHS):
        if epoch % max(1, EPOCHS // 10) == 0:
            print("epoch", epoch, "loss", loss(x, y))
        if DRAWN:
            order = np.random.randint(0, len(x), len(x))
        else:
            order = np.arange(len(x)) if BATCH_SIZE == len(x) else np.random.permutation(len(x))
        for start in range(0, len(x), BATCH_SIZE):
            rows = order[start:start + BATCH_SIZE]
            before = None if STOP_STEP is None else flat()
            count += 1
            step(x[rows], y[rows], count)
            if STOP_STEP is not None and abs(flat() - before).max() < STOP_STEP:
                return epoch
        if STOP_LOSS is not None and loss(x, y) < STOP_LOSS:
            return epoch + 1
    return EPOCHS


x, y = x.astype(DTYPE), y.astype(DTYPE)
print("epoch", train(x, y), "loss", loss(x, y))
print("training", SCORE, score(x, y))
if x_test is not None:
    print("test", SCORE, score(x_test, y_test))
