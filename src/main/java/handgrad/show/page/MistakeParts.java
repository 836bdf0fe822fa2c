package handgrad.show.page;

import handgrad.Figures;
import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import handgrad.lab.result.Misstep;
import handgrad.lab.result.Mistaken;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verification.Judged;
import handgrad.show.text.Marked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is wrong, for the top of a page: the mistakes with what the program computes beside what is right. */
final class MistakeParts {
    private MistakeParts() {}

    /** @param look where in a program it is made; null where that is not known */
    record Slip(String name, String sentence, Marked computes, Marked right, String look) {}

    /** Mistakes that explain it together. */
    record Reading(List<Slip> slips) {}

    /**
     * @param said what the mistake explains, a sentence each
     * @param readings the likeliest first; those after it fit as well
     * @param sure how sure that is; null where nothing was measured
     */
    record Told(List<String> said, List<Reading> readings, String sure) {}

    /** Null where nothing is diagnosed. */
    static Told of(Judged judged) {
        return judged.diagnosis().map(diagnosis -> told(judged, diagnosis)).orElse(null);
    }

    private static Told told(Judged judged, Diagnosis diagnosis) {
        List<Reading> readings = diagnosis.findings().stream()
                .map(finding ->
                        reading(finding.causes().stream().map(Mistaken::of).toList()))
                .toList();
        return readings.isEmpty()
                ? new Told(unknown(diagnosis), readings, null)
                : new Told(
                        Headline.explained(judged.judgement(), diagnosis),
                        readings,
                        sure(judged.judgement(), diagnosis));
    }

    /** What can be said all the same. */
    private static List<String> unknown(Diagnosis diagnosis) {
        var said = new ArrayList<String>();
        said.add(Headline.capital(diagnosis.searched().nothingFound()) + ".");
        diagnosis.holds().forEach(sentence -> said.add(Headline.capital(sentence) + "."));
        return said;
    }

    /** Null where every step was right. */
    static Told of(Run run) {
        return run.missteps().stream().findFirst().map(MistakeParts::told).orElse(null);
    }

    private static Told told(Misstep misstep) {
        List<Reading> readings = misstep.mistakes().isEmpty() ? List.of() : List.of(reading(misstep.mistakes()));
        var said = new ArrayList<>(List.of(misstep.where() + "."));
        misstep.known().ifPresent(known -> said.add(Headline.capital(known) + "."));
        return new Told(said, readings, null);
    }

    private static Reading reading(List<Mistaken> mistakes) {
        return new Reading(mistakes.stream().map(MistakeParts::slip).toList());
    }

    private static Slip slip(Mistaken mistake) {
        return new Slip(
                mistake.name(),
                mistake.sentence(),
                Marked.of(mistake.computes(), mistake.right()),
                Marked.of(mistake.right(), mistake.computes()),
                mistake.place().map(WhereToLook::of).orElse(null));
    }

    private static String sure(Judgement judgement, Diagnosis diagnosis) {
        String fit = String.format(
                Locale.ROOT,
                "A program that is right but for this would give this gradient to within %.2g of the largest entry of a layer; "
                        + "the right gradient is %.2g away.",
                diagnosis.findings().get(0).residual(),
                judgement.maxRelativeError());
        int others = diagnosis.findings().size() - 1;
        if (others == 0) {
            return fit + " No other known mistake fits as well.";
        }
        String apart = diagnosis.separating().isPresent()
                ? "--separate FILE writes a case that tells them apart."
                : "Several samples and outputs, with targets of their own, tell them apart.";
        return "%s So would %s, named below. %s".formatted(fit, Figures.count(others, "other mistake"), apart);
    }

    /** Where the mistakes of the likeliest reading are made. */
    static List<Mistaken.Place> places(Judged judged) {
        return judged.diagnosis().stream()
                .flatMap(diagnosis -> Mistaken.likeliest(diagnosis).stream())
                .flatMap(mistake -> mistake.place().stream())
                .toList();
    }

    /** The same of a run. */
    static List<Mistaken.Place> places(Run run) {
        return run.missteps().stream()
                .limit(1)
                .flatMap(misstep -> misstep.mistakes().stream())
                .flatMap(mistake -> mistake.place().stream())
                .toList();
    }

    /** The sentences of causes that are made alike in several layers, once. */
    static Optional<String> common(List<Cause> causes) {
        return causes.stream().map(Cause::sentence).distinct().count() == 1
                ? Optional.of(causes.get(0).sentence())
                : Optional.empty();
    }
}
