package handgrad.cli;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.cli.Subjects.Turn;
import handgrad.engine.Threads;
import handgrad.lab.result.Option;
import handgrad.lab.result.Verification.Judged;
import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import handgrad.show.text.VerificationText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import picocli.CommandLine.ExitCode;

/** Verifies what was named: of one name everything is told, of several a line each and in full what is wrong. */
record NamesCheck(List<String> names, Subjects subjects, VerifyFiles files, VerifyOutput output) {
    int call() {
        List<Turn> turns = names.stream().map(subjects::named).toList();
        files.check();
        List<Subject> found = alone() ? List.of(alone(turns.get(0))) : sideBySide(turns);
        files.write(
                found.stream().flatMap(subject -> subject.results().stream()).toList(), output);
        if (output.json()) {
            boolean single = names.size() == 1 && !Subjects.isClass(names.get(0));
            output.print((single ? found.get(0).json() : Subject.json(found)) + "\n");
        } else {
            output.print(closing(found));
        }
        return exit(found.stream().map(Subject::exit).toList());
    }

    private boolean alone() {
        return names.size() == 1;
    }

    /** The verdict on a claim is told before any engine is heard. */
    private Subject alone(Turn turn) {
        var told = new Told(names.get(0));
        try {
            Subject subject = turn.taken(told);
            told.working.close();
            return told(subject, told.early);
        } finally {
            told.working.close();
        }
    }

    private List<Subject> sideBySide(List<Turn> turns) {
        var pace = new Pace();
        var found = new ArrayList<Subject>();
        try (var threads = new SideBySide(atOnce())) {
            List<Future<Subject>> begun = turns.stream()
                    .map(turn -> threads.begin(() -> turn.taken(verdict -> {})))
                    .toList();
            for (int i = 0; i < begun.size(); i++) {
                Future<Subject> next = begun.get(i);
                String what = "verifying " + Shown.text(names.get(i));
                found.add(told(
                        Working.during(what, output.screen(), pace, output.err(), () -> SideBySide.result(next)),
                        false));
            }
        }
        return found;
    }

    /** What a Java class prints belongs to it alone. */
    private int atOnce() {
        return names.stream().anyMatch(Subjects::isClass) ? 1 : Math.min(Threads.available(), names.size());
    }

    private Subject told(Subject subject, boolean begun) {
        tell(subject.skipped());
        if (!output.json()) {
            output.print(text(subject, begun));
        }
        return subject;
    }

    private String text(Subject subject, boolean begun) {
        Screen screen = output.screen();
        if (!alone() && subject.passes() && !output.verbose()) {
            return new Sheet(screen).say(subject.headline(screen)).toString();
        }
        String text = begun ? VerificationText.rest(subject.results().get(0), screen) : subject.text(screen);
        return text + (output.verbose() ? subject.details(screen) : "") + (alone() ? "" : "\n");
    }

    private String closing(List<Subject> found) {
        var sheet = new Sheet(output.screen());
        long right = found.stream().filter(Subject::passes).count();
        if (alone()) {
            NextSteps.set(sheet, next(names.get(0), found.get(0)));
            return sheet.toString();
        }
        return sheet.gap()
                .say("%d of %d are right.".formatted(right, found.size()))
                .toString();
    }

    private List<Entry> next(String name, Subject subject) {
        List<Entry> details = NextSteps.details(output.verbose(), files.reporting());
        if (Subjects.isClass(name)) {
            return NextSteps.afterOwn(
                    new Option("--gradient", name),
                    subjects.model().precision(),
                    subject.results(),
                    subject.passes(),
                    details);
        }
        return Paths.isCase(name)
                ? NextSteps.afterCase(name, subject.passes(), details)
                : NextSteps.afterStart(subjects.workbench(name).topic(), details);
    }

    /** Shows that work goes on, and tells the verdict when it stands. */
    private final class Told implements Consumer<Judged> {
        private final String name;
        private final Pace pace = new Pace();
        private Working working;
        private boolean early;

        Told(String name) {
            this.name = Shown.text(name);
            this.working = Working.on("verifying " + this.name, output.screen(), pace, output.err());
        }

        @Override
        public void accept(Judged verdict) {
            if (!output.json()) {
                working.close();
                output.print(VerificationText.opening(verdict, output.screen()));
                early = true;
                working = Working.on("hearing the engines on " + name, output.screen(), pace, output.err());
            }
        }
    }

    private void tell(List<String> skipped) {
        if (!skipped.isEmpty()) {
            output.remark("%s %s skipped; the first, %s"
                    .formatted(
                            Figures.count(skipped.size(), "case"),
                            skipped.size() == 1 ? "was" : "were",
                            Shown.sentence(skipped.get(0))));
        }
    }

    /** What is wrong before what could not be judged. */
    private static int exit(List<Integer> exits) {
        return exits.contains(Ends.FAILED)
                ? Ends.FAILED
                : exits.stream().mapToInt(Integer::intValue).max().orElse(ExitCode.OK);
    }
}
