package handgrad.input.array;

import java.util.List;

/** Where a tensor of a safetensors file lies, {@code begin} counted from the first number. */
record StoredTensor(NumberType type, List<Integer> shape, long begin, int length) {
    long end() {
        return begin + length;
    }
}
