package handgrad.show.picture;

import handgrad.lab.result.Run;
import handgrad.train.TrainingRecord;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each class was answered for each true class, engine beside engine, as a picture for light and dark pages. */
public final class ConfusionPicture {
    /** More classes than this would be too small to read. */
    private static final int MOST = 30;

    private static final int CELL = 34;
    private static final int MARGIN = 70;

    private ConfusionPicture() {}

    /** By the name of the file; none for a regression, for one output, or for very many classes. */
    public static Map<String, byte[]> of(Run run) {
        int classes = run.split().task().classes().size();
        var pictures = new LinkedHashMap<String, byte[]>();
        if (run.network().nOut() == 1 || classes == 0 || classes > MOST) {
            return pictures;
        }
        for (Palette palette : Palette.values()) {
            pictures.put(palette.file("confusion"), LossPictures.png(draw(run, palette)));
        }
        return pictures;
    }

    private static BufferedImage draw(Run run, Palette palette) {
        List<TrainingRecord.Result> results = run.training().results();
        int side = MARGIN + CELL * run.split().task().classes().size() + 20;
        var picture = new BufferedImage(side * results.size(), side + 10, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        pen.setColor(palette.background());
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int i = 0; i < results.size(); i++) {
            pen.translate(i == 0 ? 0 : side, 0);
            matrix(run, results.get(i), palette, pen);
        }
        pen.dispose();
        return picture;
    }

    private static void matrix(Run run, TrainingRecord.Result result, Palette palette, Graphics2D pen) {
        List<String> classes = run.split().task().classes();
        List<List<Integer>> counts = run.confusion(result);
        pen.setColor(palette.text());
        pen.drawString(result.engine() + ": true class down, answer across", 8, 18);
        for (int k = 0; k < classes.size(); k++) {
            pen.setColor(palette.text());
            centred(pen, shortened(classes.get(k)), MARGIN + k * CELL, 30);
            centred(pen, shortened(classes.get(k)), MARGIN - CELL, MARGIN - 16 + k * CELL);
        }
        for (int t = 0; t < classes.size(); t++) {
            for (int k = 0; k < classes.size(); k++) {
                cell(pen, palette, MARGIN + k * CELL, MARGIN - 16 + t * CELL, counts.get(t), k, t == k);
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= 5 ? name : name.substring(0, 4) + "…";
    }

    private static void cell(Graphics2D pen, Palette palette, int x, int y, List<Integer> row, int k, boolean right) {
        int all = Math.max(1, row.stream().mapToInt(Integer::intValue).sum());
        Color full = palette.curve(right ? 0 : 1);
        pen.setColor(mixed(palette.background(), palette.grid(), 0.5));
        pen.fillRect(x + 1, y + 1, CELL - 2, CELL - 2);
        if (row.get(k) > 0) {
            double share = Math.sqrt((double) row.get(k) / all);
            pen.setColor(mixed(palette.background(), full, 0.15 + 0.75 * share));
            pen.fillRect(x + 1, y + 1, CELL - 2, CELL - 2);
            pen.setColor(share > 0.6 ? palette.background() : palette.text());
            centred(pen, String.valueOf(row.get(k)), x, y);
        }
    }

    private static Color mixed(Color one, Color other, double share) {
        return new Color(
                (int) (one.getRed() + share * (other.getRed() - one.getRed())),
                (int) (one.getGreen() + share * (other.getGreen() - one.getGreen())),
                (int) (one.getBlue() + share * (other.getBlue() - one.getBlue())));
    }

    private static void centred(Graphics2D pen, String text, int x, int y) {
        var metrics = pen.getFontMetrics();
        pen.drawString(text, x + (CELL - metrics.stringWidth(text)) / 2, y + (CELL + metrics.getAscent() - 3) / 2);
    }
}
