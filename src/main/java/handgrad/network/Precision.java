package handgrad.network;

import handgrad.Named;

/** In which numbers a program computes. */
public enum Precision implements Named {
    DOUBLE(Math.ulp(1.0), Double.MIN_NORMAL),
    FLOAT(Math.ulp(1.0f), Float.MIN_NORMAL);

    private final double epsilon;
    private final double smallestNormal;

    Precision(double epsilon, double smallestNormal) {
        this.epsilon = epsilon;
        this.smallestNormal = smallestNormal;
    }

    /** The distance from 1 to the next number. */
    public double epsilon() {
        return epsilon;
    }

    /** Below it a result may be lost altogether. */
    public double smallestNormal() {
        return smallestNormal;
    }
}
