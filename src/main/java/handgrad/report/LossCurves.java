package handgrad.report;

import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Pictures of losses over steps, the losses on a logarithmic axis. */
final class LossCurves {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;

    /** M. Okabe and K. Ito's colours, which colour-blind people tell apart; yellow is left out on white. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            Color.BLACK);

    private static final List<float[]> DASHES = List.of(new float[] {1, 0}, new float[] {7, 5}, new float[] {2, 4});

    private LossCurves() {}

    /** A curve through the points that have a place on a logarithmic axis. */
    private record Curve(String name, List<Long> steps, List<Double> losses) {
        static Curve of(String name, TrainingRecord training, int engine) {
            List<Observation> shown = training.observations().stream()
                    .filter(seen -> loss(seen, engine) > 0 && Double.isFinite(loss(seen, engine)))
                    .toList();
            return new Curve(
                    name,
                    shown.stream().map(Observation::step).toList(),
                    shown.stream().map(seen -> loss(seen, engine)).toList());
        }

        private static double loss(Observation seen, int engine) {
            return seen.engines().get(engine).loss();
        }
    }

    /** Those of all engines of a run. */
    static byte[] of(Run run) {
        TrainingRecord training = run.training();
        var curves = IntStream.range(0, training.results().size())
                .mapToObj(i -> Curve.of(training.results().get(i).engine(), training, i))
                .toList();
        return picture(run.topic().title(), curves);
    }

    /** Those of the engine that each run of a study is about. */
    static byte[] of(Study study) {
        var curves = study.runs().stream()
                .map(run -> Curve.of(run.topic().variant().orElseThrow(), run.training(), run.subject()))
                .toList();
        return picture(study.topic().experiment(), curves);
    }

    private static byte[] picture(String title, List<Curve> curves) {
        XYChart chart = new XYChartBuilder()
                .title(title)
                .xAxisTitle("step")
                .yAxisTitle("loss")
                .width(WIDTH)
                .height(HEIGHT)
                .build();
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler().setLegendVisible(curves.size() <= COLOURS.size() * DASHES.size());
        for (int i = 0; i < curves.size(); i++) {
            add(chart, curves.get(i), i);
        }
        try {
            return ChartEncoder.getBytes(chart, "png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(XYChart chart, Curve curve, int i) {
        if (curve.steps.isEmpty()) {
            return;
        }
        var series = chart.addSeries(curve.name, curve.steps, curve.losses);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(COLOURS.get(i % COLOURS.size()));
        series.setLineStyle(new BasicStroke(
                2,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                DASHES.get(i / COLOURS.size() % DASHES.size()),
                0));
    }
}
