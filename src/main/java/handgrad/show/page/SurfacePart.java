package handgrad.show.page;

import handgrad.engine.Rows;
import handgrad.lab.result.Run;
import handgrad.train.Observation;
import handgrad.train.Surface;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the first engine puts out over the plane of two inputs, through training. */
record SurfacePart(
        String engine,
        List<Double> x,
        List<Double> y,
        int size,
        List<Frame> frames,
        List<Point> points,
        NeuronSurfaces hidden) {
    private static final int FRAMES = 24;

    record Frame(long step, List<Double> values) {}

    record Point(double x, double y, double target) {}

    /** Null where there is none. */
    static SurfacePart of(Run run) {
        return run.training().surface().map(surface -> of(run, surface)).orElse(null);
    }

    private static SurfacePart of(Run run, Surface surface) {
        double[][] x = Rows.of(run.split().train().x());
        double[][] t = Rows.of(run.split().train().y());
        var points = IntStream.range(0, x.length)
                .mapToObj(i -> new Point(x[i][0], x[i][1], t[i][0]))
                .toList();
        return new SurfacePart(
                run.training().first().engine(),
                List.of(surface.left(), surface.right()),
                List.of(surface.lower(), surface.upper()),
                surface.size(),
                frames(run.training().observations()),
                points,
                NeuronSurfaces.of(run));
    }

    /** Some of all observations, evenly, with the first and the last. */
    private static List<Frame> frames(List<Observation> seen) {
        int count = Math.min(FRAMES, seen.size());
        return Arrays.stream(IntStream.range(0, count)
                        .map(i -> count == 1 ? 0 : Math.round((float) i * (seen.size() - 1) / (count - 1)))
                        .distinct()
                        .toArray())
                .mapToObj(seen::get)
                .map(observed -> new Frame(
                        observed.step(),
                        observed.surface().orElseThrow().stream()
                                .map(height -> Series.rounded(height, 6))
                                .toList()))
                .toList();
    }
}
