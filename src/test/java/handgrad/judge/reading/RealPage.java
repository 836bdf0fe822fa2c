package handgrad.judge.reading;

import handgrad.lab.result.Verification.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What Handgrad answers on the real cases, as a Markdown table under a sentence of counts. */
final class RealPage {
    private final List<String> rows = new ArrayList<>();
    private int failing;
    private int named;
    private int anywhere;
    private int unknowable;
    private int unknown;
    private int right;
    private int passed;

    private RealPage() {}

    static String of(List<RealCase> cases) {
        var page = new RealPage();
        cases.forEach(page::add);
        return page.text();
    }

    private void add(RealCase given) {
        Judged judged = given.judged();
        List<Cause> causes = RealCase.causes(judged);
        boolean isNamed = !causes.isEmpty() && given.isNamedBy(causes);
        boolean isUnknown = !judged.passes() && causes.isEmpty();
        boolean yes;
        if (given.passes()) {
            right++;
            passed += judged.passes() ? 1 : 0;
            yes = judged.passes();
        } else if (given.unknown()) {
            unknowable++;
            unknown += isUnknown ? 1 : 0;
            yes = isUnknown || isNamed;
        } else {
            failing++;
            named += isNamed ? 1 : 0;
            anywhere += given.faults().stream().anyMatch(fault -> fault.layer() < 0) ? 1 : 0;
            yes = isNamed;
        }
        rows.add("| `%s` | %s | %s | %s |"
                .formatted(given.name(), truth(given), answer(judged, causes), yes ? "yes" : no(given)));
    }

    private static String no(RealCase given) {
        return "no: " + RealCase.SHORTFALLS.getOrDefault(given.name(), "not known why");
    }

    private static String truth(RealCase given) {
        if (given.passes()) {
            return "right";
        }
        String faults = given.faults().stream().map(RealPage::words).collect(Collectors.joining("; "));
        return given.unknown() ? faults + " (unknown is right too)" : faults;
    }

    private static String words(RealCase.Fault fault) {
        String steps = fault.steps().stream().sorted().collect(Collectors.joining(" or "));
        return fault.layer() < 0 ? steps + ", any layer" : "%s, layer %d".formatted(steps, fault.layer() + 1);
    }

    private static String answer(Judged judged, List<Cause> causes) {
        if (judged.passes()) {
            return "passes";
        }
        return causes.isEmpty()
                ? "unknown"
                : causes.stream()
                        .map(cause -> "`%s` (%s), layer %d%s"
                                .formatted(
                                        cause.mistake(),
                                        cause.step().id(),
                                        cause.layer() + 1,
                                        cause.parameter()
                                                .map(part -> ", " + part)
                                                .orElse("")))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private String text() {
        return """
                %d of %d wrong gradients were named with every step and layer (of %d of them no single layer is stated: \
                the mistake is in several, or in all); of the %d whose mistake cannot be known, or hardly, from one case, \
                %d were called unknown; %d of %d right ones passed.

                | Case | What is wrong | What Handgrad answers | Right? |
                | --- | --- | --- | --- |
                %s
                """.formatted(named, failing, anywhere, unknowable, unknown, passed, right, String.join("\n", rows));
    }
}
