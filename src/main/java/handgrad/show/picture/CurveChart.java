package handgrad.show.picture;

import handgrad.train.Observation;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One panel of curves over steps, on a logarithmic axis. */
final class CurveChart {
    private static final int WIDTH = 900;
    private static final double HIGHEST = 1000;
    /** Pixels of a panel that are not its plot. */
    private static final int AROUND = 116;
    /** Pixels of a label on the axis of values, with some air. */
    private static final int LABEL = 18;

    /** Names that stand beside each other below the curves; more stand below each other beside them. */
    private static final int ONE_LINE = 4;

    private final Palette palette;
    private final int height;
    private final XYChart chart;
    private int curves;
    private boolean drawn;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest;

    /**
     * A curve through the points that have a place on a logarithmic axis: what is not above 0, or not finite, has none. Where
     * it climbs to more than a thousand times its start it leaves the picture, or nothing else would be seen.
     *
     * @param steps strictly increasing
     */
    record Curve(String name, List<Long> steps, List<Double> values) {
        static Curve of(String name, List<Observation> observations, ToDoubleFunction<Observation> figure) {
            double start = figure.applyAsDouble(observations.get(0));
            double highest = start > 0 ? HIGHEST * start : Double.MAX_VALUE;
            List<Observation> shown = observations.stream()
                    .filter(seen -> figure.applyAsDouble(seen) > 0 && figure.applyAsDouble(seen) <= highest)
                    .toList();
            return new Curve(
                    name,
                    shown.stream().map(Observation::step).toList(),
                    shown.stream().map(figure::applyAsDouble).toList());
        }
    }

    CurveChart(Palette palette, String title, String axis, int height) {
        this.palette = palette;
        this.height = height;
        this.chart = new XYChartBuilder()
                .title(title)
                .xAxisTitle("step")
                .yAxisTitle(axis)
                .width(WIDTH)
                .height(height)
                .build();
        style(chart.getStyler());
    }

    private void style(XYStyler styler) {
        styler.setYAxisLogarithmic(true);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendBorderColor(palette.background());
        styler.setLegendBackgroundColor(palette.background());
        styler.setChartBackgroundColor(palette.background());
        styler.setPlotBackgroundColor(palette.background());
        styler.setPlotBorderColor(palette.grid());
        styler.setPlotGridLinesColor(palette.grid());
        styler.setChartFontColor(palette.text());
        styler.setAxisTickLabelsColor(palette.text());
        styler.setXAxisTickLabelsColor(palette.text());
        styler.setYAxisTickLabelsColor(palette.text());
        styler.setAxisTickMarksColor(palette.grid());
    }

    /** A curve that others may run upon: broad and pale, so that both are seen where they agree. */
    CurveChart addBeneath(Curve curve) {
        return add(curve, palette.beneath(), Palette.BROAD);
    }

    CurveChart add(Curve curve) {
        return add(curve, palette.curve(curves), palette.stroke(curves));
    }

    private CurveChart add(Curve curve, Color colour, BasicStroke stroke) {
        curves++;
        if (!curve.steps.isEmpty()) {
            drawn = true;
            smallest = Math.min(smallest, Collections.min(curve.values));
            largest = Math.max(largest, Collections.max(curve.values));
            var series = chart.addSeries(curve.name, curve.steps, curve.values);
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(colour);
            series.setLineStyle(stroke);
        }
        return this;
    }

    /** Whether there is anything to be seen. */
    boolean hasCurves() {
        return drawn;
    }

    BufferedImage picture() {
        if (drawn) {
            scale();
        }
        chart.getStyler().setLegendVisible(curves <= palette.distinct());
        if (curves > ONE_LINE) {
            chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
            chart.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
        }
        return BitmapEncoder.getBufferedImage(chart);
    }

    /** Whole powers of ten are labelled: two at least, and no more than there is room for. */
    private void scale() {
        int least = (int) Math.floor(Math.log10(smallest));
        int most = Math.max(least + 1, (int) Math.ceil(Math.log10(largest)));
        XYStyler styler = chart.getStyler();
        styler.setYAxisMin(Math.pow(10, least));
        styler.setYAxisMax(Math.pow(10, most));
        int every = ((most - least) * LABEL + height - AROUND - 1) / (height - AROUND);
        if (every > 1) {
            styler.setYAxisTickLabelsFormattingFunction(value -> {
                long power = Math.round(Math.log10(value));
                return Math.floorMod(power, every) == 0 ? "1E" + power : "";
            });
        }
    }
}
