package handgrad.judge.trace;

import handgrad.Figures;
import handgrad.network.function.Definitions;
import handgrad.network.number.Elementary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A formula that knows its value: rendered with names, rendered with numbers, and computed, all from one tree. */
public sealed interface Expression {
    double value();

    /** The text in a given notation, and how tightly it binds. */
    Written written(Notation notation);

    /** With names: {@code x[0] * W1[0,0] + b1[0]}. */
    default String formula() {
        return written(Symbol::name).text();
    }

    /** With the numbers put in: {@code 0.05 * 0.15 + 0.35}. */
    default String numbers(Digits digits) {
        return written(symbol -> digits.of(symbol.value())).text();
    }

    /** A quantity of the network that has a name. */
    record Symbol(String name, double value) implements Expression {
        @Override
        public Written written(Notation notation) {
            String text = notation.of(this);
            return new Written(text, text.startsWith("-") ? Written.Rank.SUM : Written.Rank.ATOM);
        }
    }

    /** A number that belongs to the formula itself. */
    record Constant(double value) implements Expression {
        @Override
        public Written written(Notation notation) {
            return new Written(Definitions.written(value), value < 0 ? Written.Rank.SUM : Written.Rank.ATOM);
        }
    }

    /** The one where a condition is above 0, else the other. */
    record Choice(Expression condition, Expression above, Expression below) implements Expression {
        @Override
        public double value() {
            return condition.value() > 0 ? above.value() : below.value();
        }

        @Override
        public Written written(Notation notation) {
            String text = "(%s if %s > 0 else %s)"
                    .formatted(
                            above.written(notation).text(),
                            condition.written(notation).text(),
                            below.written(notation).text());
            return new Written(text, Written.Rank.ATOM);
        }
    }

    /** Terms added from the left to the right; at least one. */
    record Sum(List<Expression> terms) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }

        @Override
        public double value() {
            return terms.stream()
                    .mapToDouble(Expression::value)
                    .reduce((a, b) -> a + b)
                    .orElseThrow();
        }

        @Override
        public Written written(Notation notation) {
            if (terms.size() == 1) {
                return terms.get(0).written(notation);
            }
            var few = Terms.ofSum(terms);
            var shown = new ArrayList<String>();
            for (Expression term : few.shown()) {
                shown.add(term.written(notation).within(shown.isEmpty() ? Written.Rank.SUM : Written.Rank.PRODUCT));
            }
            if (!few.smaller().isEmpty()) {
                shown.add(smaller(few).written(notation).within(Written.Rank.PRODUCT));
            }
            if (few.zeros() > 0) {
                shown.add("(%s)".formatted(Figures.count(few.zeros(), "zero")));
            }
            return new Written(String.join(" + ", shown), Written.Rank.SUM);
        }

        /** What is not written out and is not 0, by its number or as one. */
        private static Symbol smaller(Terms few) {
            String name = "(%s)".formatted(Figures.count(few.smaller().size(), "smaller term"));
            return new Symbol(name, new Sum(few.smaller()).value());
        }
    }

    /** {@code left - right}. */
    record Difference(Expression left, Expression right) implements Expression {
        @Override
        public double value() {
            return left.value() - right.value();
        }

        @Override
        public Written written(Notation notation) {
            String text = left.written(notation).within(Written.Rank.SUM) + " - "
                    + right.written(notation).within(Written.Rank.PRODUCT);
            return new Written(text, Written.Rank.SUM);
        }
    }

    /** {@code -operand}. */
    record Negative(Expression operand) implements Expression {
        @Override
        public double value() {
            return -operand.value();
        }

        @Override
        public Written written(Notation notation) {
            return new Written("-" + operand.written(notation).within(Written.Rank.PRODUCT), Written.Rank.SUM);
        }
    }

    /** Factors multiplied from the left to the right; at least one. */
    record Product(List<Expression> factors) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }

        public static Product of(Expression... factors) {
            return new Product(List.of(factors));
        }

        @Override
        public double value() {
            return factors.stream()
                    .mapToDouble(Expression::value)
                    .reduce((a, b) -> a * b)
                    .orElseThrow();
        }

        @Override
        public Written written(Notation notation) {
            String text = factors.stream()
                    .map(factor -> factor.written(notation).within(Written.Rank.ATOM))
                    .collect(Collectors.joining(" * "));
            return new Written(text, Written.Rank.PRODUCT);
        }
    }

    /** {@code above / below}. */
    record Quotient(Expression above, Expression below) implements Expression {
        @Override
        public double value() {
            return above.value() / below.value();
        }

        @Override
        public Written written(Notation notation) {
            String text = above.written(notation).within(Written.Rank.PRODUCT) + " / "
                    + below.written(notation).within(Written.Rank.ATOM);
            return new Written(text, Written.Rank.PRODUCT);
        }
    }

    /** {@code (operand)^2}. */
    record Square(Expression operand) implements Expression {
        @Override
        public double value() {
            return operand.value() * operand.value();
        }

        @Override
        public Written written(Notation notation) {
            return new Written("(" + operand.written(notation).text() + ")^2", Written.Rank.ATOM);
        }
    }

    /**
     * A function of one argument, or of several.
     *
     * @param pattern with %s where the arguments stand
     */
    record Call(String pattern, ToDoubleFunction<double[]> function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        static Call of(Elementary function, Expression argument) {
            return new Call(function.written("%s"), x -> function.of(x[0]), List.of(argument));
        }

        /** The largest. */
        static Call max(List<Expression> arguments) {
            return new Call("max(%s)", x -> Arrays.stream(x).reduce(Math::max).orElseThrow(), arguments);
        }

        /** 1 above 0, else 0: the derivative of {@code max(z, 0)}. */
        static Call step(Expression argument) {
            return new Call("step(%s)", x -> x[0] > 0 ? 1 : 0, List.of(argument));
        }

        @Override
        public double value() {
            return function.applyAsDouble(
                    arguments.stream().mapToDouble(Expression::value).toArray());
        }

        @Override
        public Written written(Notation notation) {
            var few = Terms.ofMaximum(arguments);
            String shown = few.shown().stream()
                    .map(argument -> argument.written(notation).text())
                    .collect(Collectors.joining(", "));
            String rest = few.rest().isEmpty()
                    ? ""
                    : " and %d no larger".formatted(few.rest().size());
            return new Written(pattern.formatted(shown + rest), Written.Rank.ATOM);
        }
    }
}
