"""Backpropagation by hand: ./handgrad verify --program "python3 NAME.py" says how right it is."""
import json, sys
import numpy as np

def forward(W, b, x):
    a = [x]  # samples are rows, W[l] is [nIn, nOut], and a[l + 1] is the output of layer l
    for l in range(len(W)):
        a.append(1 / (1 + np.exp(-(a[l] @ W[l] + b[l]))))
    return a

def backward(W, b, a, t):
    """dL/dW and dL/db of each layer for L = sum((y - t)**2) / (2 n), with y = a[-1] and n samples."""
    dW, db = [np.zeros_like(w) for w in W], [np.zeros_like(v) for v in b]
    # TODO: from the last layer down to layer 0, where delta is dL/dz of the layer:
    # - delta of the last layer: (y - t) / n, times the slope of the sigmoid, y * (1 - y)
    # - dW[l] = a[l].T @ delta; db[l] = delta, summed over the samples
    # - delta of the layer below: delta @ W[l].T, times the slope a[l] * (1 - a[l])
    return dW, db

def evaluate(function, case):
    W, b = ([np.array(layer[name], float) for layer in case["layers"]] for name in ("weights", "bias"))
    a, t = forward(W, b, np.array(case["x"])), np.array(case["y"])
    dW, db = backward(W, b, a, t)  # To check a function that you have already, call it in this line.
    if function == "step":  # W and b after one step of training
        W, b = ([p - case["learningRate"] * g for p, g in zip(*pair)] for pair in ((W, dW), (b, db)))
        return dict(layers=[dict(weights=w, bias=v) for w, v in zip(W, b)])
    gradients = [dict(weights=w, bias=v) for w, v in zip(dW, db)]
    loss = np.sum((a[-1] - t) ** 2) / (2 * len(t))
    return loss if function == "loss" else dict(loss=loss, outputs=a[-1], gradients=gradients)

CAN = dict(activations=["sigmoid"], losses=["half-squared-error"], reductions=["mean"], step=True)
for message in map(json.loads, sys.stdin):
    answer = dict(id=message["id"])
    if message["kind"] == "start":
        answer.update(tool="NAME.py", config=dict(protocol=1, takes="network", **CAN))
    elif message["kind"] == "define":
        answer.update(success=True)
    elif message["kind"] == "evaluate":
        answer.update(success=True, output=evaluate(message["function"], message["input"]))
    print(json.dumps(answer, default=lambda array: array.tolist()), flush=True)
