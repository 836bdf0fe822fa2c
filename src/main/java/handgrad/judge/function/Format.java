package handgrad.judge.function;

import handgrad.Named;

/** The formats that programs compute in. */
public enum Format implements Named {
    FLOAT64(53, 1023),
    FLOAT32(24, 127),
    FLOAT16(11, 15),
    BFLOAT16(8, 127);

    private final int digits;
    private final int maxExponent;

    Format(int digits, int maxExponent) {
        this.digits = digits;
        this.maxExponent = maxExponent;
    }

    /** The distance from 1 to the next number. */
    public double epsilon() {
        return Math.scalb(1.0, 1 - digits);
    }

    public double largest() {
        return Math.scalb(2 - epsilon(), maxExponent);
    }

    public double smallestNormal() {
        return Math.scalb(1.0, 1 - maxExponent);
    }

    /** The nearest number of this format, of two equally near ones the even; infinity beyond the largest. */
    public double round(double value) {
        if (this == FLOAT64 || !Double.isFinite(value) || value == 0) {
            return value;
        }
        int exponent = Math.max(Math.getExponent(value), 1 - maxExponent);
        double rounded = Math.scalb(Math.rint(Math.scalb(value, digits - 1 - exponent)), exponent - digits + 1);
        return Math.abs(rounded) > largest() ? Math.copySign(Double.POSITIVE_INFINITY, value) : rounded;
    }
}
