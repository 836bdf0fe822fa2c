package handgrad.judge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program may have worked on in the place of what is declared.
 *
 * @param cause what it did otherwise
 */
record OtherScene(Cause cause, Scene scene) {
    /** How unlikely it is. */
    private static final double COST = 2;
    /** With fewer digits too much fits. */
    private static final double FINE = 1e-4;

    /** All of them, the likeliest first, each made when it is asked for: together they are large. */
    static Stream<OtherScene> all(Scene declared) {
        return Stream.concat(new OtherForwardPass(declared).all(), new OtherSamples(declared).all());
    }

    /** Where nothing else is wrong. */
    Reader.Reading alone(Fit fit) {
        return new Reader.Reading(List.of(cause), COST, fit.residual());
    }

    /** The readings of a claim there: what was done otherwise, and at most one more kind of mistake. */
    List<Reader.Reading> readings(Claim claim) {
        boolean constant = scene.n == 1 && scene.nOut(scene.last) == 1;
        int besides = claim.tolerance() <= FINE && !constant ? 1 : 0;
        return new SceneReading(scene, claim)
                .readings().stream()
                        .map(this::also)
                        .filter(reading -> reading.kinds() <= 1 + besides)
                        .toList();
    }

    private Reader.Reading also(Reader.Reading reading) {
        var causes = new ArrayList<>(List.of(cause));
        reading.causes().stream().filter(one -> !isImplied(one)).forEach(causes::add);
        return new Reader.Reading(causes, COST + reading.cost(), reading.residual());
    }

    /** Other targets need not add up to 1; and weights that are transposed on the way up only are right on the way down. */
    private boolean isImplied(Cause other) {
        return (cause.step() == Step.TARGETS && other.step() == Step.TARGETS)
                || (cause.mistake().startsWith("weights-transposed")
                        && other.mistake().equals("transposed-weights")
                        && other.step() == Step.PASSED_DOWN);
    }
}
