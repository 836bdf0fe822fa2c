package handgrad.show.picture;

import handgrad.judge.Judgement;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Judged;
import handgrad.network.Block;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.Styler;

/**
 * Pictures of where a gradient is wrong: for each weight matrix, in rows and columns, {@code log10} of the error over what
 * rounding allows there, on one scale for all; white where it is allowed, darkest from 1e8 times that on.
 */
public final class ErrorMaps {
    private static final double DARKEST = 8;
    private static final int CELL = 28;

    /** White to orange to dark red: lightness falls all the way, so that it reads without colours too. */
    private static final Color[] COLOURS = {
        Color.WHITE, new Color(0xfee8c8), new Color(0xfdbb84), new Color(0xe34a33), new Color(0x67000d)
    };

    private ErrorMaps() {}

    /** The pictures by file name, PNG. */
    public static Map<String, byte[]> of(Verification result) {
        var maps = new LinkedHashMap<String, byte[]>();
        result.judged().map(Judged::judgement).ifPresent(judgement -> {
            for (Judgement.Part part : judgement.parts()) {
                if (part.block().isWeight()) {
                    maps.put("error-" + part.block().symbol() + ".png", picture(judgement, part));
                }
            }
        });
        return maps;
    }

    private static byte[] picture(Judgement judgement, Judgement.Part part) {
        Block block = part.block();
        HeatMapChart chart = new HeatMapChartBuilder()
                .title("%s: log10 of error over allowed error".formatted(block.symbol()))
                .xAxisTitle("column (neuron)")
                .yAxisTitle("row (input)")
                .width(Math.min(1200, Math.max(520, 200 + CELL * block.columns())))
                .height(Math.min(1200, Math.max(280, 140 + CELL * block.rows())))
                .build();
        chart.getStyler().setRangeColors(COLOURS);
        chart.getStyler().setMin(0);
        chart.getStyler().setMax(DARKEST);
        chart.getStyler().setPlotContentSize(1);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisTickMarkSpacingHint(CELL);
        chart.getStyler().setYAxisTickMarkSpacingHint(CELL);
        chart.addSeries("error", indices(block.columns()), reversed(block.rows()), cells(judgement, block));
        try {
            return ChartEncoder.getBytes(chart, "png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> indices(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** Row 0 is on top, as in a matrix. */
    private static List<Integer> reversed(int count) {
        return IntStream.range(0, count).map(i -> count - 1 - i).boxed().toList();
    }

    private static List<Number[]> cells(Judgement judgement, Block block) {
        double[][] excess = judgement.excess().rows(block);
        var cells = new ArrayList<Number[]>();
        for (int column = 0; column < block.columns(); column++) {
            for (int row = 0; row < block.rows(); row++) {
                // At most 1 is white; what is not finite is infinitely far off.
                double shown = Math.min(DARKEST, Math.log10(Math.max(1, excess[row][column])));
                cells.add(new Number[] {column, block.rows() - 1 - row, shown});
            }
        }
        return cells;
    }
}
