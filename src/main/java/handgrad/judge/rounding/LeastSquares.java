package handgrad.judge.rounding;

import java.util.Arrays;

/**
 * The shortest of the solutions of {@code min |sum_k x_k column_k - wanted|}, by a singular value decomposition with rotations of pairs of
 * columns (M. R. Hestenes, Inversion of matrices by biorthogonalization and related results, 1958).
 */
final class LeastSquares {
    /** They converge quadratically: ten are plenty. */
    private static final int SWEEPS = 30;

    private static final double ORTHOGONAL = 1e-15;

    /** {@code U S}, a column of the matrix each, and {@code V}, each a column. */
    private final double[][] rotated;

    private final double[][] v;

    private LeastSquares(double[][] columns) {
        this.rotated = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        this.v = new double[columns.length][columns.length];
        for (int k = 0; k < v.length; k++) {
            v[k][k] = 1;
        }
        boolean turned = true;
        for (int sweep = 0; turned && sweep < SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < v.length; p++) {
                for (int q = p + 1; q < v.length; q++) {
                    turned |= orthogonalise(p, q);
                }
            }
        }
    }

    /** @param columns of the matrix, finite */
    static double[] solution(double[][] columns, double... wanted) {
        return new LeastSquares(columns).solution(wanted);
    }

    private double[] solution(double... wanted) {
        double[] sizes =
                Arrays.stream(rotated).mapToDouble(LeastSquares::length).toArray();
        double largest = Arrays.stream(sizes).max().orElse(0);
        double least = Math.max(wanted.length, sizes.length) * Math.ulp(largest);
        double[] x = new double[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            if (sizes[k] > least) {
                double along = dot(rotated[k], wanted) / sizes[k] / sizes[k];
                for (int i = 0; i < x.length; i++) {
                    x[i] += along * v[k][i];
                }
            }
        }
        return x;
    }

    /** Whether two columns had to be turned. */
    private boolean orthogonalise(int p, int q) {
        double pp = length(rotated[p]);
        double qq = length(rotated[q]);
        if (pp == 0 || qq == 0) {
            return false;
        }
        double cosine = dot(rotated[p], rotated[q]) / pp / qq;
        if (Math.abs(cosine) <= ORTHOGONAL) {
            return false;
        }
        double zeta = (qq / pp - pp / qq) / (2 * cosine);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        turn(rotated[p], rotated[q], tangent);
        turn(v[p], v[q], tangent);
        return true;
    }

    private static void turn(double[] one, double[] other, double tangent) {
        double c = 1 / Math.hypot(1, tangent);
        double s = c * tangent;
        for (int i = 0; i < one.length; i++) {
            double before = one[i];
            one[i] = c * before - s * other[i];
            other[i] = s * before + c * other[i];
        }
    }

    private static double length(double... column) {
        return Math.sqrt(dot(column, column));
    }

    private static double dot(double[] one, double... other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
