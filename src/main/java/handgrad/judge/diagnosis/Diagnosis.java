package handgrad.judge.diagnosis;

import handgrad.judge.reading.Cause;
import handgrad.judge.reading.Reader;
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
 * @param holds where nothing fits, what can be said of each layer all the same, a sentence each
 */
public record Diagnosis(List<Finding> findings, Optional<Separating> separating, Search searched, List<String> holds) {
    /** How far mistakes were looked for, and so what it means that none was found. */
    public enum Search {
        /** Not at all: an entry is not finite. */
        NONE("entries are not finite, so no mistake is looked for"),
        /** Known mistakes, one at a time. */
        SINGLE("no known mistake fits alone"),
        /** Known mistakes one at a time, then a reading layer by layer, with several at once. */
        READ(
                "no mistake that is known fits, alone or beside another; what another batch or an earlier step has left in a"
                        + " gradient cannot be seen in one case");

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
        holds = List.copyOf(holds);
    }

    /**
     * One reading of what the program computed: the mistakes that hold together, and how well they fit.
     *
     * @param causes from the output down
     * @param faults the known mistakes among them, in the form in which they were tried
     * @param residual the largest difference, relative to the largest entry of the layer or parameter
     */
    public record Finding(List<Cause> causes, List<Fault> faults, double residual) {
        public Finding {
            causes = List.copyOf(causes);
            faults = List.copyOf(faults);
        }

        static Finding read(Reader.Reading reading) {
            return new Finding(reading.causes(), List.of(), reading.residual());
        }

        boolean has(Mistake mistake) {
            return faults.stream().anyMatch(fault -> fault.mistake() == mistake);
        }

        /** The mistakes and their layers, whatever form they take. */
        List<Object> names() {
            return faults.stream()
                    .<Object>map(fault -> List.of(fault.layer(), fault.sentence()))
                    .toList();
        }
    }

    /** This one, unless nothing was found or it takes several kinds of mistakes where the other takes one. */
    Diagnosis ifAsSimpleAs(Diagnosis other) {
        long kinds = findings.stream()
                .limit(1)
                .flatMap(finding -> finding.causes.stream())
                .map(Cause::mistake)
                .distinct()
                .count();
        return kinds == 1 ? this : other;
    }

    /** A case that tells findings apart. */
    public record Separating(Point parameters, Samples samples) {}
}
