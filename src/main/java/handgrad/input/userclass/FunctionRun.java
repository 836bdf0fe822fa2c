package handgrad.input.userclass;

import handgrad.InputException;
import handgrad.judge.function.HandFunction;
import handgrad.judge.function.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Asks somebody's function for losses and gradients, each within a time limit. */
public final class FunctionRun {
    private final UserClass user;
    private final HandFunction function;
    private final Duration limit;
    private final Trouble trouble;
    private final List<Tensor> tensors;

    /**
     * @param limit of each call
     * @throws InputException if the class has no tensors to start from
     */
    public FunctionRun(UserClass user, HandFunction function, Duration limit) {
        this.user = user;
        this.function = function;
        this.limit = limit;
        this.trouble = new Trouble(user.file());
        try {
            List<Tensor> given = call("tensors", function::tensors);
            if (given == null || given.isEmpty() || given.stream().anyMatch(Objects::isNull)) {
                throw new InputException(trouble.says("tensors returned none, expected at least one"));
            }
            this.tensors = List.copyOf(given);
        } catch (NoAnswer e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    /** There is no answer; the message is a sentence that says why. */
    public static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswer(String reason) {
            super(reason);
        }
    }

    /** The class without its package. */
    public String name() {
        return user.name();
    }

    /** Where it starts. */
    public List<Tensor> tensors() {
        return tensors;
    }

    /** The loss at a point, values of all tensors. */
    public double loss(List<double[]> values) throws NoAnswer {
        return call("loss", () -> function.loss(copies(values)));
    }

    /** The gradient there, of those that are differentiated. */
    public List<double[]> gradient(List<double[]> values) throws NoAnswer {
        double[][] inputs = copies(values);
        double[][] gradient = call("gradient", () -> function.gradient(inputs));
        for (int i = 0; i < inputs.length; i++) {
            if (!Arrays.equals(inputs[i], values.get(i))) {
                throw new NoAnswer(trouble.says("gradient changed its input '%s', expected it to be left as it was"
                        .formatted(tensors.get(i).name())));
            }
        }
        return checked(gradient);
    }

    private List<double[]> checked(double[]... gradient) throws NoAnswer {
        List<Tensor> expected = tensors.stream().filter(Tensor::differentiated).toList();
        if (gradient == null || gradient.length != expected.size()) {
            throw new NoAnswer(trouble.says("gradient returned %s, expected one array for each of %d tensors"
                    .formatted(gradient == null ? "null" : gradient.length + " arrays", expected.size())));
        }
        var copies = new ArrayList<double[]>();
        for (int i = 0; i < gradient.length; i++) {
            int size = expected.get(i).values().length;
            if (gradient[i] == null || gradient[i].length != size) {
                throw new NoAnswer(trouble.says("gradient returned %s for '%s', expected %d numbers"
                        .formatted(
                                gradient[i] == null ? "null" : gradient[i].length + " numbers",
                                expected.get(i).name(),
                                size)));
            }
            copies.add(gradient[i].clone());
        }
        return copies;
    }

    private static double[][] copies(List<double[]> values) {
        return values.stream().map(double[]::clone).toArray(double[][]::new);
    }

    private <T> T call(String method, Callable<T> work) throws NoAnswer {
        try {
            return TimeLimit.call(work, limit);
        } catch (TimeoutException e) {
            throw new NoAnswer(trouble.tookTooLong(method, e, limit));
        } catch (ExecutionException e) {
            throw new NoAnswer(trouble.threw(method, e.getCause()));
        }
    }
}
