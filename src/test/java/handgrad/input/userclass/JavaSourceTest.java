package handgrad.input.userclass;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.claim.StandardCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a source file. */
class JavaSourceTest {
    private static final String IMPORTS =
            "import handgrad.engine.*; import handgrad.network.*; import handgrad.input.userclass.HandGradient;\n";
    private static final String METHOD =
            "public Parameters gradient(Network n, Parameters p, Batch b) { return Parameters.zeros(n, p.dataType()); }";

    @TempDir
    private Path folder;

    private static UserClass load(Path file) {
        return JavaSource.load(file, Duration.ofSeconds(10));
    }

    private static void works(Path file) {
        var outcome = UserRun.of(load(file), StandardCases.all().get(0), UserRun.LIMIT);
        assertThat(outcome).isInstanceOf(UserOutcome.Claimed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "package mine;", "package some.where.deep;", "/* a */ package xor ; // b"})
    void anyPackageOrNone(String declaration) throws IOException {
        works(Sources.write(
                folder,
                "Mine.java",
                declaration + "\n" + IMPORTS + "public class Mine implements HandGradient {" + METHOD + "}"));
    }

    @Test
    void nestedAndAuxiliaryClassesAndLambdas() throws IOException {
        works(Sources.members(folder, """
                private record Pair(int a, int b) {}
                static int sum = new Helper().sum(new Pair(1, 2)) + new Object() { int one() { return 1; } }.one();
                static Runnable run = () -> sum++;
                static class Helper { int sum(Pair p) { return p.a() + p.b() + Other.ONE; } }
                }
                class Other {
                static final Integer ONE = Integer.valueOf(1);
                """));
    }

    @Test
    void filesBesideItWithAndWithoutPackage() throws IOException {
        Sources.write(folder, "Other.java", "class Other { static Integer one = 1; }");
        works(Sources.members(folder, "static int one = Other.one;"));
        Sources.write(folder, "a/b/Other.java", "package a.b; class Other { static Integer one = 1; }");
        works(Sources.write(
                folder,
                "a/b/Mine.java",
                "package a.b; " + IMPORTS + "public class Mine implements HandGradient { int one = Other.one; " + METHOD
                        + "}"));
    }

    @Test
    void theFileCountsAndNotAClassOfThatNameOnTheClassPath() throws IOException {
        UserClass user = load(Sources.write(
                folder,
                "MyBackprop.java",
                "package gradients; " + IMPORTS + "public class MyBackprop implements HandGradient {" + METHOD + "}"));
        assertThat(user.gradient().getClass().getName()).isEqualTo("gradients.MyBackprop");
        assertThat(user.gradient()).isNotInstanceOf(gradients.MyBackprop.class);
    }

    @Test
    void thePublicOneOfSeveral() throws IOException {
        UserClass user = load(Sources.members(folder, "}\nclass Second extends Mine {"));
        assertThat(user.name()).isEqualTo("Mine");
    }

    @Test
    void theConcreteOneOfAnAbstractClass() throws IOException {
        UserClass user = load(Sources.write(
                folder,
                "Base.java",
                IMPORTS + "public abstract class Base implements HandGradient {} class Mine extends Base {" + METHOD
                        + "}"));
        assertThat(user.name()).isEqualTo("Mine");
    }

    @Test
    void nothingIsWritten() throws IOException {
        works(Sources.members(folder, ""));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("Mine.java"));
        }
    }

    @Test
    void aRoundaboutPath() throws IOException {
        Sources.members(folder, "");
        Files.createDirectory(folder.resolve("a"));
        works(folder.resolve("a/../Mine.java"));
        works(Path.of("").toAbsolutePath().relativize(folder.resolve("Mine.java")));
    }

    /** One that Handgrad uses, and one that the tests use. */
    @ParameterizedTest
    @ValueSource(strings = {"org.apache.commons.math3.complex.Complex", "org.assertj.core.api.Assertions"})
    void anyLibraryOnTheClassPath(String name) throws IOException {
        works(Sources.members(folder, "static Class<?> used = " + name + ".class;"));
    }

    @Test
    void aModulesDeclarationBesideItIsLeftAlone() throws IOException {
        Sources.write(folder, "module-info.java", "module a {}");
        works(Sources.members(folder, ""));
    }
}
