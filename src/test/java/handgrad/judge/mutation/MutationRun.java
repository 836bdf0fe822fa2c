package handgrad.judge.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Changes the judge in one small place at a time, and counts whether its tests notice: {@code judge}, {@code judge.oracle},
 * {@code judge.rounding}. Not part of the build; the arguments are every how many-th change is tried, and from which on.
 */
final class MutationRun {
    private static final Path SOURCES = Path.of("src/main/java/handgrad/judge");
    private static final List<String> TESTS = List.of(
            "handgrad.judge.right.BoundsTest",
            "handgrad.judge.KnownCasesTest",
            "handgrad.judge.right.KinksTest",
            "handgrad.judge.right.RightGradientsTest",
            "handgrad.judge.JudgeIsNotFooledTest");
    /** What says nothing of a gradient's verdict: second opinions, and what is claimed besides gradients. */
    private static final List<String> APART = List.of(
            "Allowance",
            "CentralDifferences",
            "ForwardBound",
            "PlainLoss",
            "Sensitivity",
            "StepStudy",
            "TaylorRemainder",
            "TensorJudge",
            "TensorJudgement");

    private static final long SECONDS = 60;

    private MutationRun() {}

    public static void main(String[] args) throws Exception {
        int every = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        int first = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        if (noticed(Map.of()).isPresent()) {
            throw new IllegalStateException("the tests fail without any change");
        }
        List<Mutant> mutants = mutants();
        int tried = 0;
        int found = 0;
        var survivors = new ArrayList<String>();
        for (int k = first; k < mutants.size(); k += every) {
            Mutant mutant = mutants.get(k);
            Optional<Map<String, byte[]>> classes = InMemory.compiled(mutant);
            if (classes.isEmpty()) {
                continue;
            }
            tried++;
            Optional<String> by = noticed(classes.get());
            found += by.isPresent() ? 1 : 0;
            if (by.isEmpty()) {
                survivors.add("%s:%d  %s".formatted(mutant.file(), mutant.line(), mutant.change()));
                System.out.println("survives " + survivors.get(survivors.size() - 1));
            }
            if (tried % 10 == 0) {
                System.out.printf("%d of %d changes found, up to %s%n", found, tried, mutant.file());
            }
        }
        System.out.printf("%d of %d changes found, %d in all%n", found, tried, mutants.size());
    }

    private static List<Mutant> mutants() throws IOException {
        var mutants = new ArrayList<Mutant>();
        for (String folder : List.of(".", "oracle", "rounding")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
                for (Path file : files.filter(MutationRun::judges).sorted().toList()) {
                    mutants.addAll(
                            Mutant.of(SOURCES.relativize(file.normalize()).toString(), Files.readString(file)));
                }
            }
        }
        return mutants;
    }

    private static boolean judges(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !APART.contains(name.replace(".java", ""));
    }

    /** The test that fails, or never ends. */
    private static Optional<String> noticed(Map<String, byte[]> changed) throws Exception {
        var loader = new MutatedLoader(changed);
        for (String test : TESTS) {
            var run = CompletableFuture.supplyAsync(() -> fails(loader, test), task -> {
                var thread = new Thread(task);
                thread.setDaemon(true);
                thread.setContextClassLoader(loader);
                thread.start();
            });
            try {
                if (run.get(SECONDS, TimeUnit.SECONDS)) {
                    return Optional.of(test);
                }
            } catch (TimeoutException e) {
                return Optional.of(test + " never ends");
            }
        }
        return Optional.empty();
    }

    private static boolean fails(ClassLoader loader, String test) {
        try {
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(loader.loadClass(test)))
                    .build();
            var listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary().getTotalFailureCount() > 0
                    || listener.getSummary().getTestsSucceededCount() == 0;
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            return true;
        }
    }
}
