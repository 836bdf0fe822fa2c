package handgrad.judge.function;

import java.util.Locale;

/** In which numbers a program computes. */
public enum Format {
    FLOAT64,
    FLOAT32,
    FLOAT16,
    BFLOAT16;

    /** {@code float64}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
