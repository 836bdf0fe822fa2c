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

    /** All of them, made one by one as they are asked for. */
    static Stream<OtherScene> all(Scene declared) {
        return Stream.concat(new OtherForwardPass(declared).all(), new OtherSamples(declared).all());
    }

    /** Nothing else is wrong. */
    Reader.Reading alone() {
        return new Reader.Reading(List.of(cause), COST, 0);
    }

    /** The readings of a claim there: what was done otherwise, and at most one more kind of mistake. */
    List<Reader.Reading> readings(Claim claim) {
        boolean constant = scene.n == 1 && scene.nOut(scene.last) == 1;
        int besides = claim.tolerance() <= FINE && !constant ? 1 : 0;
        return new SceneReading(scene, claim)
                .readings().stream()
                        .filter(reading -> reading.kinds() <= besides)
                        .map(this::also)
                        .toList();
    }

    private Reader.Reading also(Reader.Reading reading) {
        var causes = new ArrayList<>(List.of(cause));
        // Of other targets it goes without saying that they do not add up to 1.
        reading.causes().stream().filter(one -> one.step() != Step.TARGETS).forEach(causes::add);
        return new Reader.Reading(causes, COST + reading.cost(), reading.residual());
    }
}
