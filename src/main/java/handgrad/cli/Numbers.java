package handgrad.cli;

import java.math.BigInteger;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers on the command line, and complains in a reader's words. */
final class Numbers {
    private Numbers() {}

    static void register(CommandLine command) {
        command.registerConverter(Integer.class, text -> whole(text, BigInteger::intValueExact));
        command.registerConverter(Long.class, text -> whole(text, BigInteger::longValueExact));
        command.registerConverter(int.class, text -> whole(text, BigInteger::intValueExact));
        command.registerConverter(Double.class, Numbers::any);
    }

    private static <N> N whole(String text, Function<BigInteger, N> exactly) {
        BigInteger number;
        try {
            number = new BigInteger(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a whole number");
        }
        try {
            return exactly.apply(number);
        } catch (ArithmeticException e) {
            throw new TypeConversionException(
                    "expected a %s whole number".formatted(number.signum() > 0 ? "smaller" : "larger"));
        }
    }

    private static double any(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a number");
        }
    }
}
