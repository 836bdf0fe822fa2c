"""Arrays as nested lists (a single number is no list), and the little arithmetic that these programs need."""

import math
import random
import struct


FLOAT32 = struct.Struct("f")


class Single(float):
    """A float32: the result of every operation is rounded to the nearest one."""

    def __new__(cls, value):
        try:
            return float.__new__(cls, *FLOAT32.unpack(FLOAT32.pack(value)))
        except OverflowError:
            return float.__new__(cls, math.copysign(math.inf, value))


def _rounded(operation):
    return lambda *operands: Single(operation(*operands))


for _name in ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "pow", "neg"):
    setattr(Single, f"__{_name}__", _rounded(getattr(float, f"__{_name}__")))


def exp(x):
    return type(x)(math.exp(x))


def tanh(x):
    return type(x)(math.tanh(x))


def sqrt(x):
    return type(x)(math.sqrt(x))


def log(x):
    return type(x)(math.log(x))


def sigmoid(x):
    return 0.5 * (1 + tanh(0.5 * x))


def shape(array):
    return [len(array)] + shape(array[0]) if isinstance(array, list) else []


def flat(array):
    """The entries in one list, last index fastest."""
    return [entry for part in array for entry in flat(part)] if isinstance(array, list) else [array]


def nested(entries, sizes):
    """The array of these sizes with these entries, last index fastest."""
    if not sizes:
        return entries[0]
    step = len(entries) // sizes[0]
    return [nested(entries[k * step : (k + 1) * step], sizes[1:]) for k in range(sizes[0])]


def filled(value, *sizes):
    return nested([value] * math.prod(sizes), sizes)


def varied(seed, *sizes, least=0.1, most=1.5, signs=(-1, 1)):
    """Numbers that hide nothing: spread over a range, away from 0, of both signs, none like another."""
    draw = random.Random(seed)
    entries = [draw.choice(signs) * round(draw.uniform(least, most), 4) for _ in range(math.prod(sizes))]
    return nested(entries, sizes)


def each(function, *arrays):
    """The function of corresponding entries of arrays of one shape."""
    if isinstance(arrays[0], list):
        return [each(function, *parts) for parts in zip(*arrays)]
    return function(*arrays)


def times(a, b):
    return each(lambda x, y: x * y, a, b)


def dot(a, b):
    """The sum of the products of corresponding entries."""
    return sum(x * y for x, y in zip(flat(a), flat(b)))


def transposed(matrix):
    return [list(column) for column in zip(*matrix)]


def product(a, b):
    """The product of two matrices."""
    columns = transposed(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def column_sums(matrix):
    return [sum(column) for column in zip(*matrix)]
