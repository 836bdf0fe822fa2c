package handgrad.show.picture;

import handgrad.train.Observation;
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

    private final Palette palette;
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
        styler.setLegendPosition(Styler.LegendPosition.InsideNE);
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

    CurveChart add(Curve curve) {
        int i = curves++;
        if (!curve.steps.isEmpty()) {
            drawn = true;
            smallest = Math.min(smallest, Collections.min(curve.values));
            largest = Math.max(largest, Collections.max(curve.values));
            var series = chart.addSeries(curve.name, curve.steps, curve.values);
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(palette.curve(i));
            series.setLineStyle(palette.stroke(i));
        }
        return this;
    }

    /** Whether there is anything to be seen. */
    boolean hasCurves() {
        return drawn;
    }

    BufferedImage picture() {
        if (drawn) {
            // Only whole powers of ten are labelled: let there be two.
            chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(smallest))));
            chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(largest))));
        }
        chart.getStyler().setLegendVisible(curves <= palette.distinct());
        return BitmapEncoder.getBufferedImage(chart);
    }
}
