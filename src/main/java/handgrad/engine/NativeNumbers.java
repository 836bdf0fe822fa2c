package handgrad.engine;

/** What differs between memory of doubles and of floats: how numbers are read and written, and which BLAS takes them. */
sealed interface NativeNumbers permits NativeDoubles, NativeFloats {
    void load(int from, double[] into, int at, int count);

    void store(int from, double[] values, int at, int count);

    double get(int index);

    void put(int index, double value);

    /** {@code c <- keep c + scale op(a) op(b)}, with c of m rows and n columns, this one's own. */
    void gemm(
            int transposeA,
            int transposeB,
            int m,
            int n,
            int k,
            double scale,
            NativeNumbers a,
            int rowsA,
            NativeNumbers b,
            int rowsB,
            double keep);

    /** {@code y <- keep y + scale a^T x}, with a of m rows and n columns, this one's own y. */
    void gemv(int m, int n, double scale, NativeNumbers a, NativeNumbers x, double keep);

    /** {@code y <- y + x}, with n numbers of each, this one's own y. */
    void axpy(int n, NativeNumbers x);

    /** As many ones, in memory of the same kind. */
    NativeNumbers ones(int count);
}
