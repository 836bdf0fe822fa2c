package handgrad.network;

import handgrad.Named;

/** In which numbers a program computes. */
public enum Precision implements Named {
    DOUBLE(Math.ulp(1.0), Double.MIN_NORMAL, Double.MAX_VALUE),
    FLOAT(Math.ulp(1.0f), Float.MIN_NORMAL, Float.MAX_VALUE);

    private final double epsilon;
    private final double smallestNormal;
    private final double largest;

    Precision(double epsilon, double smallestNormal, double largest) {
        this.epsilon = epsilon;
        this.smallestNormal = smallestNormal;
        this.largest = largest;
    }

    /** The distance from 1 to the next number. */
    public double epsilon() {
        return epsilon;
    }

    /** Beyond it a result is infinite. */
    public double largest() {
        return largest;
    }

    /** Below it a result may be lost altogether. */
    public double smallestNormal() {
        return smallestNormal;
    }
}
