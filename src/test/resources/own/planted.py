"""A program that trains sigmoid layers with cross-entropy, with the mistake that its argument names."""
import json
import math
import sys

MISTAKE = sys.argv[1]
last_gradient, last_batch, last_update = None, None, None


def forward(layers, x):
    a = [x]
    for layer in layers:
        z = [b + sum(a[-1][j] * layer["weights"][j][k] for j in range(len(a[-1]))) for k, b in enumerate(layer["bias"])]
        a.append([1 / (1 + math.exp(-v)) for v in z])
    return a


def backward(layers, x, y, factor, down):
    """The gradient, from the output down; delta is passed down through the weights of down(l, gradient)."""
    g = [{"weights": [[0.0] * len(row) for row in l["weights"]], "bias": [0.0] * len(l["bias"])} for l in layers]
    a = [forward(layers, row) for row in x]
    delta = [[(p - t) * factor for p, t in zip(s[-1], target)] for s, target in zip(a, y)]
    for l in reversed(range(len(layers))):
        for s, d in zip(a, delta):
            for k, v in enumerate(d):
                g[l]["bias"][k] += v
                for j, u in enumerate(s[l]):
                    g[l]["weights"][j][k] += u * v
        w = down(l, g[l])
        delta = [[sum(w[j][k] * v for k, v in enumerate(d)) * u * (1 - u) for j, u in enumerate(s[l])] for s, d in zip(a, delta)]
    return g


def combined(a, factor, b):
    """a + factor b."""
    return [{"weights": [[u + factor * v for u, v in zip(p, q)] for p, q in zip(m["weights"], n["weights"])],
             "bias": [u + factor * v for u, v in zip(m["bias"], n["bias"])]} for m, n in zip(a, b)]


def plain(case, x=None, y=None, down=None):
    factor = 1 / len(case["x"]) if case.get("reduction") == "mean" else 1
    weights = down or (lambda l, g: case["layers"][l]["weights"])
    return backward(case["layers"], x or case["x"], y or case["y"], factor, weights)


def gradient(case):
    global last_gradient
    g = plain(case)
    if MISTAKE in ("gradient-not-reset", "momentum-in-the-gradient") and last_gradient:
        g = combined(g, 1 if MISTAKE == "gradient-not-reset" else 0.5, last_gradient)
    last_gradient = g
    return g


def step(case):
    global last_batch, last_update
    layers, rate, n = case["layers"], case["learningRate"], len(case["x"])
    g = gradient(case)
    if MISTAKE == "update-sign":
        return combined(layers, rate, g)
    if MISTAKE == "rate-divided-by-n":
        return combined(layers, -rate / n, g)
    if MISTAKE == "decay-on-biases":
        g = [{"weights": m["weights"], "bias": [u + 0.01 * b for u, b in zip(m["bias"], layer["bias"])]} for m, layer in zip(g, layers)]
    if MISTAKE == "wrong-layer-updated":
        nothing = [[0.0] * len(row) for row in g[0]["weights"]]
        twice = [[2 * v for v in row] for row in g[1]["weights"]]
        g = [{"weights": nothing, "bias": g[0]["bias"]}, {"weights": twice, "bias": g[1]["bias"]}]
    if MISTAKE == "stale-weights":
        g = plain(case, down=lambda l, own: [[w - rate * v for w, v in zip(p, q)] for p, q in zip(layers[l]["weights"], own["weights"])])
    if MISTAKE == "last-batch-twice" and last_batch:
        g = combined(g, 1, plain(case, last_batch["x"], last_batch["y"]))
    last_batch = case
    update = g
    if MISTAKE == "momentum-in-the-update" and last_update:
        update = combined(g, 0.9, last_update)
    if MISTAKE == "update-before-backward":
        update = last_update or combined(g, -1, g)
        last_update = g
    else:
        last_update = update
    return combined(layers, -rate, update)


for line in sys.stdin:
    message = json.loads(line)
    answer = {"id": message["id"]}
    if message["kind"] == "start":
        answer.update(tool="planted.py", config={
            "protocol": 1, "takes": "network", "activations": ["sigmoid"], "losses": ["binary-cross-entropy"],
            "step": not MISTAKE.endswith("gradient") and MISTAKE != "gradient-not-reset"})
    elif message["kind"] == "define":
        answer["success"] = True
    elif message["kind"] == "evaluate":
        if MISTAKE == "ends" and message["function"] == "step":
            sys.exit("no more")
        output = {"gradients": gradient(message["input"])} if message["function"] == "gradient" else {"layers": step(message["input"])}
        answer.update(success=True, output=output)
    print(json.dumps(answer), flush=True)
