package handgrad.judge.reading;

import handgrad.input.claim.CaseFile;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.result.Verification.Judged;
import handgrad.network.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mistake that somebody made, as a case file, and what is known of it.
 *
 * @param passes whether its gradient is right
 * @param unknown whether it cannot be known from the case, so that saying so is right
 */
record RealCase(String name, boolean passes, List<Fault> faults, boolean unknown) {
    static final Path FOLDER = Path.of("src/test/resources/handgrad/judge/reading/real");

    /** Cases that fall short, and why. */
    static final Map<String, String> SHORTFALLS = Map.of();

    /**
     * A thing that is wrong.
     *
     * @param steps of which each is a right word for it
     * @param layer from 0, the uppermost that has it; -1 where it is several, or any
     * @param names by one of which it has to be called; any will do where there are none
     */
    record Fault(Set<String> steps, int layer, Set<String> names) {
        boolean isNamedBy(Cause cause) {
            return isNear(cause) && (names.isEmpty() || names.contains(cause.mistake()));
        }

        /** The same step of the same layer. */
        boolean isNear(Cause cause) {
            return steps.contains(cause.step().id()) && (layer < 0 || layer == cause.layer());
        }
    }

    /** All of them, by name. */
    static List<RealCase> all() {
        JsonNode truth = JsonMapper.shared().readTree(FOLDER.resolve("truth.json"));
        var cases = new TreeMap<String, RealCase>();
        for (Map.Entry<String, JsonNode> one : truth.properties()) {
            JsonNode known = one.getValue();
            cases.put(
                    one.getKey(),
                    new RealCase(
                            one.getKey(),
                            known.get("verdict").asString().equals("pass"),
                            elements(known.get("faults")).map(RealCase::fault).toList(),
                            known.has("unknown")));
        }
        return List.copyOf(cases.values());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Fault fault(JsonNode fault) {
        return new Fault(words(fault.get("step")), fault.get("layer").asInt(-1), words(fault.get("names")));
    }

    private static Set<String> words(JsonNode words) {
        return Set.copyOf(elements(words).map(JsonNode::asString).toList());
    }

    /** As the command line verifies it. */
    Judged judged() {
        return new Examiner(List.of(EngineKind.HAND), Precision.DOUBLE)
                .examine(CaseFile.read(FOLDER.resolve(name + ".json")));
    }

    /** The causes of the first reading; none where the mistake is unknown. */
    static List<Cause> causes(Judged judged) {
        return judged.diagnosis().map(Diagnosis::findings).stream()
                .flatMap(findings -> findings.stream().limit(1))
                .flatMap(first -> first.causes().stream())
                .toList();
    }

    /** Whether every fault is named, and nothing that is none. */
    boolean isNamedBy(List<Cause> causes) {
        return causes.size() >= faults.size()
                && faults.stream().allMatch(fault -> causes.stream().anyMatch(fault::isNamedBy))
                && causes.stream().allMatch(cause -> isFault(cause) || repeatsOneOf(causes, cause));
    }

    private boolean isFault(Cause cause) {
        return faults.stream().anyMatch(fault -> fault.isNear(cause));
    }

    /** Faults are told of the uppermost layer that has them: a loop over the layers makes the same mistake in those below. */
    private boolean repeatsOneOf(List<Cause> causes, Cause cause) {
        return causes.stream()
                .anyMatch(above ->
                        above.mistake().equals(cause.mistake()) && above.layer() > cause.layer() && isFault(above));
    }

    @Override
    public String toString() {
        return name;
    }
}
