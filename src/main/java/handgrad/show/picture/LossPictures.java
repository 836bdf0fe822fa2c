package handgrad.show.picture;

import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.train.TrainingRecord;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Pictures of losses over steps, for light and for dark pages; beneath them how far the engines' parameters were apart. */
public final class LossPictures {
    private static final String NAME = "loss";
    private static final int TALL = 420;
    private static final int LOW = 240;

    private LossPictures() {}

    /**
     * Starts the drawing library, which cannot be started any more while the program ends: a run that is interrupted is reported
     * then.
     */
    public static void prepare() {
        png(new CurveChart(Palette.LIGHT, "", "", 100).picture());
    }

    /** Of all engines of a run, by the name of the file. */
    public static Map<String, byte[]> of(Run run) {
        var pictures = new LinkedHashMap<String, byte[]>();
        for (Palette palette : Palette.values()) {
            CurveChart differences = differences(run, palette);
            BufferedImage losses = losses(run, palette).picture();
            pictures.put(
                    palette.file(NAME), png(differences.hasCurves() ? stacked(losses, differences.picture()) : losses));
        }
        return pictures;
    }

    private static CurveChart losses(Run run, Palette palette) {
        TrainingRecord training = run.training();
        var chart = new CurveChart(palette, run.topic().title(), "loss", TALL);
        for (int i = 0; i < training.results().size(); i++) {
            int engine = i;
            var curve = CurveChart.Curve.of(
                    training.results().get(i).engine(),
                    training.observations(),
                    seen -> seen.engines().get(engine).loss());
            if (i == 0 && training.results().size() > 1) {
                chart.addBeneath(curve);
            } else {
                chart.add(curve);
            }
        }
        return chart;
    }

    private static CurveChart differences(Run run, Palette palette) {
        TrainingRecord training = run.training();
        var chart = new CurveChart(palette, "parameters, relative difference", "difference", LOW);
        for (int i = 0; i < training.divergences().size(); i++) {
            int pair = i;
            chart.add(CurveChart.Curve.of(
                    training.first().engine() + ", "
                            + training.divergences().get(i).other(),
                    training.observations(),
                    seen -> seen.pairs().get(pair).parameters().maxRelative()));
        }
        return chart;
    }

    /** Of the engine that each run of a study is about, by the name of the file. */
    public static Map<String, byte[]> of(Study study) {
        var pictures = new LinkedHashMap<String, byte[]>();
        for (Palette palette : Palette.values()) {
            var chart = new CurveChart(palette, study.topic().experiment(), "loss", TALL);
            study.runs().forEach(run -> chart.add(curve(run)));
            pictures.put(palette.file(NAME), png(chart.picture()));
        }
        return pictures;
    }

    private static CurveChart.Curve curve(Run run) {
        return CurveChart.Curve.of(
                run.topic().variant().orElseThrow(), run.training().observations(), run::loss);
    }

    private static BufferedImage stacked(BufferedImage upper, BufferedImage lower) {
        var both =
                new BufferedImage(upper.getWidth(), upper.getHeight() + lower.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = both.createGraphics();
        pen.drawImage(upper, 0, 0, null);
        pen.drawImage(lower, 0, upper.getHeight(), null);
        pen.dispose();
        return both;
    }

    static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
