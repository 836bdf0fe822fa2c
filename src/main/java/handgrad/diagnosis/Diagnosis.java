package handgrad.diagnosis;

import handgrad.network.Batch;
import handgrad.network.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * What is most likely wrong with a gradient.
 *
 * @param findings the likeliest first; those after the first fit the case as well as it does. Empty where nothing fits
 * @param separating where two findings fit equally well, a point and a batch on which they do not
 */
public record Diagnosis(List<Finding> findings, Optional<Separating> separating) {
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
    public record Separating(Parameters parameters, Batch batch) {}
}
