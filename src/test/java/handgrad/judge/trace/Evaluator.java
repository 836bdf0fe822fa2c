package handgrad.judge.trace;

import handgrad.network.number.ErrorIntegral;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Computes a printed formula again, as a reader with a calculator would, from the left to the right. */
final class Evaluator {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\\d+(?:\\.\\d+)?(?:e[+-]\\d+)?|(?:dL/d)?[a-zA-Z]+\\d*(?:\\[[\\d,]+])?|\\^2|[-+*/(),>])");

    private final Matcher tokens;
    private final Map<String, Double> values;
    private String next;

    private Evaluator(String text, Map<String, Double> values) {
        this.tokens = TOKEN.matcher(text);
        this.values = values;
        advance();
    }

    /** The value of a text whose symbols have the given values. */
    static double evaluate(String text, Map<String, Double> values) {
        var evaluator = new Evaluator(text, values);
        double value = evaluator.sum();
        if (!evaluator.next.isEmpty()) {
            throw new IllegalArgumentException("'%s' is left of %s".formatted(evaluator.next, text));
        }
        return value;
    }

    private void advance() {
        boolean more = tokens.regionStart() < tokens.regionEnd() && tokens.lookingAt();
        next = more ? tokens.group(1) : "";
        if (more) {
            tokens.region(tokens.end(), tokens.regionEnd());
        } else if (tokens.regionStart() < tokens.regionEnd()) {
            throw new IllegalArgumentException("no token at " + tokens.regionStart());
        }
    }

    private boolean take(String token) {
        boolean there = next.equals(token);
        if (there) {
            advance();
        }
        return there;
    }

    private double sum() {
        double value = take("-") ? -product() : product();
        while (next.equals("+") || next.equals("-")) {
            value = take("+") ? value + product() : value - negative();
        }
        return value;
    }

    private double negative() {
        advance();
        return product();
    }

    private double product() {
        double value = square();
        while (next.equals("*") || next.equals("/")) {
            if (take("*")) {
                value *= square();
            } else {
                advance();
                value /= square();
            }
        }
        return value;
    }

    private double square() {
        double value = atom();
        return take("^2") ? value * value : value;
    }

    private double atom() {
        if (take("(")) {
            double value = sum();
            value = take("if") ? choice(value) : value;
            advance();
            return value;
        }
        String token = next;
        advance();
        if (Character.isDigit(token.charAt(0))) {
            return Double.parseDouble(token);
        }
        return next.equals("(") ? call(token) : values.get(token);
    }

    /** The rest of {@code (above if condition > 0 else below)}. */
    private double choice(double above) {
        double condition = sum();
        Stream.of(">", "0", "else").forEach(this::expect);
        double below = sum();
        return condition > 0 ? above : below;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new IllegalArgumentException("'%s' stands where '%s' belongs".formatted(next, token));
        }
    }

    private double call(String function) {
        advance();
        double value = sum();
        while (take(",")) {
            value = function.equals("min") ? Math.min(value, sum()) : Math.max(value, sum());
        }
        advance();
        return switch (function) {
            case "exp" -> Math.exp(value);
            case "ln" -> Math.log(value);
            case "tanh" -> Math.tanh(value);
            case "abs" -> Math.abs(value);
            case "sign" -> Math.signum(value);
            case "erf" -> ErrorIntegral.of(value);
            case "softplus" -> Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)));
            case "max", "min" -> value;
            case "step" -> value > 0 ? 1 : 0;
            default -> throw new IllegalArgumentException(function);
        };
    }
}
