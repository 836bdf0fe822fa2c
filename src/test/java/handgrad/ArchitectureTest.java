package handgrad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house and its floors: a package uses only packages on floors below its own. */
class ArchitectureTest {
    /** From the ground up; what stands on one floor does not see each other. On top of all: the experiments. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("network", "kernel"),
            List.of("data", "engine", "compare", "claim"),
            List.of("hand", "dl4j", "scalar", "userclass", "csv"),
            List.of("train", "verify", "diagnosis", "trace", "bench"),
            List.of("report"),
            List.of("workbench", "page"),
            List.of("cli"));

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

    private static int floor(String name) {
        return IntStream.range(0, FLOORS.size())
                .filter(floor -> FLOORS.get(floor).contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("package " + name + " has no floor"));
    }

    static Stream<String> packages() {
        return FLOORS.stream().flatMap(List::stream);
    }

    private static String within(String name) {
        return "handgrad." + name + "..";
    }

    /** Everything of this project, on the same floor or above, but for the package itself. */
    private static String[] outOfSight(String name) {
        return packages()
                .filter(other -> !other.equals(name) && floor(other) >= floor(name))
                .map(ArchitectureTest::within)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSeesOnlyThoseBelow(String name) {
        if (outOfSight(name).length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(within(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(outOfSight(name))
                    .check(CLASSES);
        }
    }

    @Test
    void nothingInTheHouseSeesTheExperiments() {
        noClasses()
                .that()
                .resideInAPackage("handgrad..")
                .should()
                .dependOnClassesThat(experiments())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> experiments() {
        var names = new TreeSet<String>();
        CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith("handgrad"))
                .forEach(names::add);
        assertThat(names).as("packages of experiments").contains("xor", "digits");
        return DescribedPredicate.describe("are experiments", seen -> names.contains(seen.getPackageName()));
    }

    @Test
    void everyPackageHasAFloor() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("handgrad."))
                        .map(name -> name.split("\\.", -1)[1])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(packages().toList());
    }

    @Test
    void onlyDl4jSeesDl4j() {
        onlyOneSees("dl4j", "org.deeplearning4j..");
    }

    @Test
    void onlyReportSeesTablesaw() {
        onlyOneSees("report", "tech.tablesaw..");
    }

    private static void onlyOneSees(String name, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(within(name))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
        assertThat(CLASSES.stream()
                        .filter(seen -> seen.getPackageName().equals("handgrad." + name))
                        .flatMap(seen -> seen.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .as("the one that may, does")
                .anyMatch(target -> target.startsWith(library.replace("..", "")));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("handgrad.(*)..").should().beFreeOfCycles().check(CLASSES);
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
