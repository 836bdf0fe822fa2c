package handgrad.judge.diagnosis;

import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.List;
import java.util.Optional;

/**
 * What is most likely wrong with a gradient.
 *
 * @param findings the likeliest first; those after the first fit the case as well as it does. Empty where nothing fits
 * @param separating where two findings fit equally well, a point and a batch on which they do not
 * @param searched how far the search went that ended with these findings
 */
public record Diagnosis(List<Finding> findings, Optional<Separating> separating, Search searched) {
    /** How far mistakes were looked for, and so what it means that none was found. */
    public enum Search {
        /** Not at all: an entry is not finite. */
        NONE("not looked for, as entries are not finite"),
        /** One mistake at a time: the case is too large to try all pairs. */
        SINGLE("no known mistake fits alone, and the case is too large to try pairs"),
        /** One at a time, and in pairs. */
        PAIRS("no known mistake fits, alone or in pairs");

        private final String nothingFound;

        Search(String nothingFound) {
            this.nothingFound = nothingFound;
        }

        /** What it means that there are no findings. */
        public String nothingFound() {
            return nothingFound;
        }
    }

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * One mistake, or two made at once, and how well the gradient that they would produce fits.
     *
     * @param residual the largest difference between the two, relative to the largest entry of the layer
     */
    public record Finding(List<Fault> faults, double residual) {
        public Finding {
            faults = List.copyOf(faults);
        }

        /** The mistakes and their layers, whatever form they take. */
        List<String> names() {
            return faults.stream().map(Fault::explanation).toList();
        }
    }

    /** A case that tells findings apart. */
    public record Separating(Point parameters, Samples samples) {}
}
