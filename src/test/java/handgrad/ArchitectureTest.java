package handgrad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house: who sees whom, exactly as the table in {@code docs/architecture.md} says, and the rules beside it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    /** {@code | `judge.oracle` | what lives there | `network`, `network.layer` |}. */
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9.]+)` \\|.*\\|([^|]*)\\|$");

    private static final Pattern NAME = Pattern.compile("`([a-z0-9.]+)`");

    /** The concrete functions may be known where mistakes are told from each other, and where plain descent is named. */
    private static final Set<String> KNOW_FUNCTIONS = Set.of("handgrad.engine.Descent");

    private static String shown(JavaClass seen) {
        String name = seen.getPackageName();
        return name.equals("handgrad") ? "handgrad" : name.replaceFirst("^handgrad\\.", "");
    }

    private static Stream<JavaClass> house() {
        return CLASSES.stream()
                .filter(seen -> seen.getPackageName().startsWith("handgrad"))
                // What the templates are compiled to.
                .filter(seen -> !seen.getSimpleName().startsWith("Jte"))
                .filter(seen -> !seen.getSimpleName().equals("package-info"));
    }

    private static Map<String, Set<String>> seen() {
        var table = new TreeMap<String, Set<String>>();
        house().forEach(from -> {
            Set<String> targets = table.computeIfAbsent(shown(from), any -> new TreeSet<>());
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("handgrad"))
                    .map(ArchitectureTest::shown)
                    .filter(target -> !target.equals(shown(from)))
                    .forEach(targets::add);
        });
        return table;
    }

    private static Map<String, Set<String>> documented() throws IOException {
        var table = new TreeMap<String, Set<String>>();
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                var targets = new TreeSet<String>();
                Matcher names = NAME.matcher(row.group(2));
                while (names.find()) {
                    targets.add(names.group(1));
                }
                table.put(row.group(1), targets);
            }
        }
        return table;
    }

    @Test
    void packagesSeeExactlyWhatTheTableSays() throws IOException {
        assertThat(seen()).isEqualTo(documented());
    }

    @Test
    void thereAreTenWings() {
        assertThat(seen().keySet().stream()
                        .map(name -> name.split("\\.", -1)[0])
                        .filter(name -> !name.equals("handgrad")))
                .containsOnly("network", "engine", "judge", "check", "input", "train", "lab", "sweep", "show", "cli");
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("handgrad.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("handgrad.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void enginesDoNotSeeEachOther() {
        for (String name : List.of("hand", "dl4j", "scalar")) {
            slices().matching("handgrad.engine.(" + name + ")..");
            noClasses()
                    .that()
                    .resideInAPackage("handgrad.engine." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.of("hand", "dl4j", "scalar")
                            .filter(other -> !other.equals(name))
                            .map(other -> "handgrad.engine." + other + "..")
                            .toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    /** Definitions, oracle, bounds, judge, diagnosis and case files work on plain arrays. */
    @Test
    void theJudgingSideSeesNoArrayLibrary() {
        assertThat(house().filter(seen -> shown(seen).matches("(network|judge|check|input\\.claim)(\\..*)?"))
                        .flatMap(seen -> seen.getDirectDependenciesFromSelf().stream())
                        .filter(ArchitectureTest::isOfTheArrayLibrary)
                        .filter(dependency -> !isACounterpart(dependency))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static boolean isOfTheArrayLibrary(Dependency dependency) {
        return dependency
                .getTargetClass()
                .getPackageName()
                .matches("(org\\.nd4j|org\\.bytedeco|org\\.deeplearning4j|handgrad\\.engine)(\\..*)?");
    }

    /** What a function's file says of its counterpart, and counterparts of its own where ND4J has none. */
    private static boolean isACounterpart(Dependency dependency) {
        JavaClass from = dependency.getOriginClass();
        boolean own = Stream.concat(from.getRawInterfaces().stream(), from.getRawSuperclass().stream())
                        .anyMatch(type -> type.getPackageName().startsWith("org.nd4j"))
                || from.getName().contains("$")
                || from.getSimpleName().equals("Differentiation");
        return shown(from).startsWith("network.function")
                && (own || dependency.getDescription().contains("counterpart"));
    }

    @Test
    void onlyTheDl4jEngineAsksForCounterparts() {
        noClasses()
                .that()
                .resideOutsideOfPackages("handgrad.engine.dl4j..", "handgrad.network.function..")
                .should()
                .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "is a counterpart",
                        (JavaMethodCall call) -> call.getTarget().getName().equals("counterpart")))
                .check(CLASSES);
    }

    /** Its derivatives are made of the definitions: a mistake in a derivative by hand cannot reach it. */
    @Test
    void theOracleCallsNoDerivativeByHand() {
        Set<String> byHand = Set.of("timesSlope", "slope", "delta", "gradient", "below", "backward");
        noClasses()
                .that()
                .resideInAPackage("handgrad.judge.oracle..")
                .should()
                .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "is a derivative by hand",
                        (JavaMethodCall call) ->
                                byHand.contains(call.getTarget().getName())
                                        && call.getTargetOwner()
                                                .getName()
                                                .matches("handgrad\\.network\\.(function|layer|ChainRule).*")))
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsAConcreteFunctionOrLayer() {
        assertThat(house().filter(seen -> !shown(seen).matches("network\\.(function|layer).*|judge\\.diagnosis"))
                        .filter(seen -> !KNOW_FUNCTIONS.contains(seen.getName()))
                        .flatMap(seen -> seen.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getName())
                        .filter(name -> name.matches("handgrad\\.network\\.function\\.(activation|loss|rule)\\..*")))
                .isEmpty();
    }

    @Test
    void onlyDl4jSeesDl4j() {
        onlyOneSees("engine.dl4j", "org.deeplearning4j..");
    }

    @Test
    void onlyRecordsSeeTablesaw() {
        onlyOneSees("show.record", "tech.tablesaw..");
    }

    private static void onlyOneSees(String name, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage("handgrad." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
        assertThat(house().filter(seen -> shown(seen).equals(name))
                        .flatMap(seen -> seen.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .as("the one that may, does")
                .anyMatch(target -> target.startsWith(library.replace("..", "")));
    }

    @Test
    void nothingInTheHouseSeesTheExperiments() {
        assertThat(house().flatMap(seen -> seen.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> Files.isDirectory(Path.of("experiments", target.getPackageName()))))
                .isEmpty();
    }

    @Test
    void everyPackageIsExplained() throws IOException {
        for (Path folder : sourceFolders()) {
            Path explanation = folder.resolve("package-info.java");
            assertThat(explanation).exists();
            assertThat(Files.readString(explanation)).startsWith("/**");
        }
    }

    private static List<Path> sourceFolders() throws IOException {
        var folders = new ArrayList<Path>();
        for (String root : List.of("src/main/java", "experiments")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .forEach(folders::add);
            }
        }
        assertThat(folders).as("sources").hasSizeGreaterThan(50);
        return folders.stream().distinct().toList();
    }
}
