package handgrad.input.csv;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Rows;
import handgrad.input.data.Split;
import handgrad.input.data.Task;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** How a table is written and what its labels are is found out; the samples are those of the file. */
class TableTest {
    @TempDir
    private Path temporary;

    private CsvOptions file(String text, Charset charset, String label) throws IOException {
        Path path = Files.write(temporary.resolve("table.csv"), text.getBytes(charset));
        return CsvOptions.of(new FileSource(path), Optional.of(label));
    }

    private Table read(String text, String label) throws IOException {
        return Table.read(file(text, StandardCharsets.UTF_8, label));
    }

    private static CsvOptions with(CsvOptions options, Missing missing, Decimal decimal, double testShare) {
        var layout = new CsvOptions.Layout(Header.AUTO, Optional.empty(), decimal, Optional.empty());
        return new CsvOptions(
                options.source(), options.label(), options.task(), layout, missing, testShare, false, List.of());
    }

    private static final String LINES = "a,b,kind\n1,2.5,x\n-3e2,.5,y\n\n+7,8.,x\n 9 , 10,y\n";

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFoundOut(String delimiter) throws IOException {
        Table table = read(LINES.replace(",", delimiter), "kind");
        assertThat(table.rows()).isDeepEqualTo(new double[][] {{1, 2.5}, {-300, 0.5}, {7, 8}, {9, 10}});
        assertThat(table.target().values()).containsExactly(0, 1, 0, 1);
        assertThat(table.task().classes()).containsExactly("x", "y");
    }

    @Test
    void aDelimiterWithinQuotesAndADecimalCommaAreNone() throws IOException {
        Table quoted = read("\"a;b\",c\n1,\"x;y\"\n2,\"x;z\"\n3,\"x;y\"\n", "c");
        assertThat(quoted.task().classes()).containsExactly("x;y", "x;z");
        CsvOptions comma = file("1,5;2,5;3,5\n4,5;5,25;6,125\n", StandardCharsets.UTF_8, "3");
        Table table = Table.read(with(comma, Missing.REFUSE, Decimal.COMMA, 0));
        assertThat(table.rows()).isDeepEqualTo(new double[][] {{1.5, 2.5}, {4.5, 5.25}});
        assertThat(table.target().values()).containsExactly(3.5, 6.125);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkSaysTheEncoding(String name) throws IOException {
        String text = "\uFEFFa,größe,\uD83D\uDE00\r\n1,2,ä\r\n3,4,ö\r\n5,6,ä\r\n";
        Table table = Table.read(file(text, Charset.forName(name), "\uD83D\uDE00"));
        assertThat(table.columns().names()).startsWith("a", "größe");
        assertThat(table.task().classes()).containsExactly("ä", "ö");
    }

    @ParameterizedTest
    @CsvSource({
        "'x,y 1,2 3,4', true",
        "'1,2 3,4 5,6', false",
        "'1,x 3,y 5,x', false",
        "'a,b 1,x 3,y 5,x', true",
        "',b 1,2 3,4', true"
    })
    void aHeaderHasNoNumberAndStandsAboveNumbers(String lines, boolean header) throws IOException {
        Table table = read(lines.replace(" ", "\n"), "2");
        assertThat(table.dialect().header()).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({
        "x y x y, classification, x y",
        "10 9 10 9, classification, 9 10",
        "1 1.0 2 2, classification, 1 2",
        "1 2 3 3, regression, ''",
        "0.5 1 0.5 1, regression, ''",
        "b B a a, classification, B a b",
        "\uD83D\uDE00 \uFB00 a a, classification, a \uFB00 \uD83D\uDE00"
    })
    void theTaskIsRecognisedAndClassesAreSorted(String labels, String task, String classes) throws IOException {
        String text = IntStream.range(0, 4)
                .mapToObj(i -> i + "," + labels.split(" ", -1)[i])
                .collect(Collectors.joining("\n"));
        Table table = read(text, "2");
        assertThat(table.task().kind().id()).isEqualTo(task);
        assertThat(String.join(" ", table.task().classes())).isEqualTo(classes);
    }

    @Test
    void gapsAreLeftOutOrFilledWithTheMeanOfTheTrainingSet() throws IOException {
        CsvOptions gaps = file("a,b,y\n1,,0.5\n2,4,1.5\n3,8,2.5\n", StandardCharsets.UTF_8, "y");
        assertThat(Table.read(with(gaps, Missing.DROP, Decimal.POINT, 0)).rows())
                .isDeepEqualTo(new double[][] {{2, 4}, {3, 8}});
        Table filled = Table.read(with(gaps, Missing.MEAN, Decimal.POINT, 0));
        Split split = new Samples(filled, 0).split(DataType.DOUBLE, 1);
        assertThat(split.task()).isEqualTo(Task.values());
        assertThat(Stream.of(Rows.of(split.train().x()))).contains(new double[] {1, 6});
    }

    /** {@code np.random.RandomState(3).permutation(5)} is 3 4 1 0 2; ceil(0.2 * 5) of it is the test set. */
    @Test
    void theFirstOfAPermutationAreTheTestSet() throws IOException {
        Table table = read("1,x\n2,y\n3,z\n4,x\n5,y\n", "2").standardised(false);
        Split split = new Samples(table, 3).split(DataType.DOUBLE, 3);
        assertThat(Rows.of(split.test().orElseThrow().x())).isDeepEqualTo(new double[][] {{4}});
        assertThat(Rows.of(split.train().x())).isDeepEqualTo(new double[][] {{5}, {2}, {1}, {3}});
        assertThat(Rows.of(split.train().y()))
                .isDeepEqualTo(new double[][] {{0, 1, 0}, {0, 1, 0}, {1, 0, 0}, {0, 0, 1}});
    }
}
