package handgrad.show.page;

import handgrad.lab.result.Mistaken;

/** Where in a program a step of backpropagation is made, and what is easily taken wrongly there; layers count from 1. */
final class WhereToLook {
    private WhereToLook() {}

    static String of(Mistaken.Place place) {
        int l = place.layer() + 1;
        return switch (place.step()) {
            case FORWARD ->
                "In the forward pass: layer %d computes z = a W + b and a = f(z), on the batch that the backward pass is made for."
                        .formatted(l);
            case TARGETS -> "Where the targets are made: one column an output, in the form that the loss takes.";
            case LOSS ->
                "In the derivative of the loss by the outputs: it has to be that of the declared loss, unclipped.";
            case OUTPUT_DELTA ->
                "In the line that makes delta%d, the first of the backward pass: it belongs to this loss and this activation together."
                        .formatted(l);
            case DERIVATIVE ->
                "In the line that makes delta%d: times the derivative of the activation once, at z, or in its form for a."
                        .formatted(l);
            case PASSED_DOWN ->
                ("In the line that makes delta%d of delta%d: W%d is [nIn, nOut], so it is delta%d @ W%d.T, with the weights of "
                                + "the forward pass. Where a layer has as many inputs as outputs, a wrong shape does not show.")
                        .formatted(l, l + 1, l + 1, l + 1, l + 1);
            case INPUT ->
                "In the line that makes dW%d: beside delta%d stands what the layer took in, %s, transposed."
                        .formatted(l, l, l == 1 ? "x" : "a" + (l - 1));
            case REDUCTION ->
                "Where the samples are added up for layer %d: all of them, with one factor for weights and bias."
                        .formatted(l);
            case SCALE ->
                "In the constants: the 1/n of a mean, the 1/2 of a square, the sign; each once, and all of them those of the loss.";
            case LAYOUT ->
                ("Where dW%d is put: [nIn, nOut], each layer in its own place. Where a layer has as many inputs as outputs, "
                                + "a transposed matrix does not show.")
                        .formatted(l);
            case AFTERWARDS ->
                "After the gradient is finished: nothing is added to it, and no layer is given another's.";
            case MISSING -> "Where the gradient of layer %d is set, and handed on: it is left at 0.".formatted(l);
        };
    }
}
