"""The conversation of every program in this folder with Handgrad; a program itself is the mathematics only.

Functions with their gradients by hand, in Python without any library, for the tests of `handgrad verify --program`:

    batch_norm.py  layer_norm.py  conv2d.py  max_pool.py  lstm_step.py  attention.py  embedding.py
    tanh_layer.py  net_a.py  net_b.py (the network of net_a.py computed another way, for --against)

    python3 batch_norm.py                          speaks the protocol, and is right
    python3 batch_norm.py gamma-dropped            makes this mistake in its backward pass
    python3 batch_norm.py --mistakes               prints the mistakes it can make, as JSON:
        "mistake"    its name
        "tensor"     where the gradient goes wrong first on the way back from the loss; in net_b.py an intermediate
        "says"       a regular expression for what a good diagnosis says of it; empty: only the tensor is expected
        "hidden-by"  the tensor whose values or sizes let it pass at the point that hides; empty: found there too
    python3 batch_norm.py --point hiding           starts where mistakes pass: factors and sizes of one, no overlap
    python3 batch_norm.py --precision float32      rounds every operation to float32, and says so

Programs that do not answer the same question the same way, each around the right tanh_layer.py:

    counts.py               adds the gradients of a call to those of the calls before
    warm.py                 answers the first call otherwise than all later ones
    changes_with_order.py   goes back with what the call before has left
    random_dropout.py       draws a new mask in every call

A program gives run() its starting point as a dictionary of nested lists; which of them are differentiated; its loss;
and its gradient, which returns two dictionaries: gradients, and intermediates made by intermediate().
"""

import argparse
import json
import math
import os
import sys
from types import SimpleNamespace

from arrays import Single, flat, nested, shape


def intermediate(value, gradient=None):
    """A step of the computation as it is handed out, with the gradient of the loss in it where that is known."""
    known = {} if gradient is None else {"gradient": written(gradient)}
    return {"shape": shape(value), "value": written(value), **known}


def written(array):
    """The entries, those that are no numbers in JSON as strings."""
    return [x if math.isfinite(x) else str(x).replace("inf", "Infinity").replace("nan", "NaN") for x in flat(array)]


def run(start, differentiated, loss, gradient, mistakes=()):
    """Reads the arguments, then answers line by line until standard input ends."""
    arguments = parsed(mistakes)
    if arguments.mistakes:
        print(json.dumps([dict(zip(("mistake", "tensor", "says", "hidden-by"), row)) for row in mistakes], indent=1))
        return
    number = Single if arguments.precision == "float32" else float
    point = start(arguments.point == "hiding")

    def config():
        return {"protocol": 1, "takes": "function", "precision": arguments.precision, "tensors": tensors()}

    def tensors():
        return {
            name: {
                "shape": shape(array),
                "value": [number(x) for x in flat(array)],
                "differentiate": name in differentiated,
            }
            for name, array in point.items()
        }

    def evaluated(function, given):
        arrays = {name: nested([number(x) for x in given[name]], shape(array)) for name, array in point.items()}
        if function == "loss":
            return written(loss(SimpleNamespace(**arrays)))[0]
        gradients, intermediates = gradient(SimpleNamespace(**arrays), arguments.mistake)
        handed_out = {"intermediates": intermediates} if intermediates else {}
        return {name: written(array) for name, array in gradients.items()} | handed_out

    def answer(message):
        kind, module, function = (message.get(field) for field in ("kind", "module", "function"))
        if kind == "start":
            return {"tool": os.path.basename(sys.argv[0]), "config": config()}
        if kind not in ("define", "evaluate"):
            return {}
        if module != "function" or kind == "evaluate" and function not in ("loss", "gradient"):
            return {"success": False, "unsupported": True, "error": f"there is no {module} {function or ''}".rstrip()}
        try:
            return {"success": True} | ({} if kind == "define" else {"output": evaluated(function, message["input"])})
        except (ArithmeticError, LookupError, ValueError) as problem:
            return {"success": False, "error": f"{type(problem).__name__}: {problem}"}

    for line in sys.stdin:
        message = json.loads(line)
        print(json.dumps({"id": message["id"]} | answer(message)), flush=True)


def parsed(mistakes):
    parser = argparse.ArgumentParser()
    parser.add_argument("mistake", nargs="?", choices=[row[0] for row in mistakes])
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--point", choices=["ordinary", "hiding"], default="ordinary")
    parser.add_argument("--precision", choices=["float64", "float32"], default="float64")
    return parser.parse_args()
