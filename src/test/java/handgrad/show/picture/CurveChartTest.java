package handgrad.show.picture;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.show.picture.CurveChart.Curve;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels of the axis of values can be read, over however many powers of ten the values go. */
class CurveChartTest {
    /** Left of here stands the name of the axis, turned; right of there the plot begins. */
    private static final int FROM = 26;

    private static final int TO = 62;

    @ParameterizedTest
    @CsvSource({"420,1", "420,6", "420,40", "240,1", "240,5", "240,17", "240,60", "240,300"})
    void labelsDoNotTouch(int height, int powers) {
        var values =
                IntStream.rangeClosed(0, powers).mapToObj(p -> Math.pow(10, -p)).toList();
        var steps = LongStream.rangeClosed(0, powers).boxed().toList();
        BufferedImage picture = new CurveChart(Palette.LIGHT, "", "loss", height)
                .add(new Curve("hand", steps, values))
                .picture();
        List<Integer> labels = labels(picture);
        assertThat(labels).hasSizeGreaterThanOrEqualTo(2).allMatch(pixels -> pixels <= 12, "at most 12 pixels high");
    }

    /** The heights of what is written beside the axis. */
    private static List<Integer> labels(BufferedImage picture) {
        var heights = new ArrayList<Integer>();
        int height = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            boolean ink = hasInk(picture, y);
            if (!ink && height > 0) {
                heights.add(height);
            }
            height = ink ? height + 1 : 0;
        }
        return heights;
    }

    private static boolean hasInk(BufferedImage picture, int y) {
        return IntStream.range(FROM, TO).anyMatch(x -> (picture.getRGB(x, y) & 0xff) < 128);
    }
}
