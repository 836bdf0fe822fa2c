package handgrad.show.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/** The colours of a picture, for a light page and for a dark one. Curves are told apart by dashes too. */
public enum Palette {
    LIGHT(
            "",
            Color.WHITE,
            new Color(0x1B2330),
            new Color(0xDDE1E7),
            "0072B2 D55E00 009E73 CC79A7 56B4E9 E69F00 000000",
            new Color(0x8CC4EA)),
    DARK(
            "-dark",
            new Color(0x0D1117),
            new Color(0xE6EDF3),
            new Color(0x30363D),
            "56B4E9 E69F00 2FBF93 CC79A7 F0E442 E8743B FFFFFF",
            new Color(0x2F77AD));

    /** Wider than what runs upon it. */
    static final BasicStroke BROAD = new BasicStroke(6, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private static final List<float[]> DASHES = List.of(new float[] {1, 0}, new float[] {7, 5}, new float[] {2, 4});

    private final String suffix;
    private final Color background;
    private final Color text;
    private final Color grid;
    /** M. Okabe and K. Ito's, which colour-blind people tell apart; each page leaves out what is faint on it. */
    private final String curves;

    private final Color beneath;

    Palette(String suffix, Color background, Color text, Color grid, String curves, Color beneath) {
        this.suffix = suffix;
        this.background = background;
        this.text = text;
        this.grid = grid;
        this.curves = curves;
        this.beneath = beneath;
    }

    private String[] hues() {
        return curves.split(" ");
    }

    /** The name of the file of a picture in this palette. */
    public String file(String name) {
        return name + suffix + ".png";
    }

    Color background() {
        return background;
    }

    Color text() {
        return text;
    }

    Color grid() {
        return grid;
    }

    Color curve(int i) {
        return Color.decode("#" + hues()[i % hues().length]);
    }

    /** Of a broad curve that others run upon. */
    Color beneath() {
        return beneath;
    }

    BasicStroke stroke(int i) {
        float[] dash = DASHES.get(i % DASHES.size());
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    /** Curves that can be told apart. */
    int distinct() {
        return hues().length * DASHES.size();
    }
}
