package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that nothing can be learnt from: exit code 2, one sentence with the place, nothing trained, nothing written. */
class WrongTableTest {
    @TempDir
    private Path temporary;

    private String refused(String... arguments) {
        Path results = temporary.resolve("results");
        var all = new ArrayList<>(List.of(arguments));
        if (arguments[0].equals("run")) {
            all.addAll(List.of("--results", results.toString()));
        }
        Said said = Said.by(all.toArray(String[]::new));
        assertThat(said.exit()).as(said.err()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).startsWith("handgrad: ").doesNotContain("Exception", "\u001b", "\u202e");
        assertThat(results).doesNotExist();
        return said.err();
    }

    /** Lines are separated by blanks here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "a,b,y 1,2,p 3,x,q!y!line 3, column 'b': 'x' is not a finite number",
                "a,b,y 1,2,p 3,NaN,q!y!line 3, column 'b': 'NaN' is not a finite number",
                "a,b,y 1,2,p -Infinity,2,q!y!line 3, column 'a': '-Infinity' is not a finite number",
                "a,b,y 1,2,p 3,1e999,q!y!'1e999' is not a finite number",
                "a,b,y 1,2,p 3,0x1p3,q!y!'0x1p3' is not a finite number",
                "a,b,y 1,2,p 3,1f,q!y!'1f' is not a finite number, expected one, an empty cell where a value is missing, or --ignore=2",
                "a;b;y 1,5;2;p 3;4;q!y!line 2, column 'a': '1,5' has a decimal comma, expected a point, or --decimal=comma",
                "a,b,y 1,2,p 3,4 5,6,q!y!line 3: 2 cells, expected 3 as in the first line",
                "a,b,y 1,2,p 3,4,q,5 5,6,q!y!line 3: 4 cells, expected 3 as in the first line",
                "a,b,y 1,,p ,,q 5,6,q!y!3 values are missing, 1 in 'a', 2 in 'b'; the first in line 2: expected none, --missing=drop, which leaves out 2 lines, or --missing=mean",
                "a,b,y 1,2,p 3,4,p 5,6,p!y!the label 'y' is 'p' in every sample, expected at least two classes",
                "a,b,y 1,2,7.5 3,4,7.5 5,6,7.5!y!the label 'y' is 7.5 in every sample, expected at least two values",
                "a,b,y 1,2,p 3,4,q 5,6,r!y!the label 'y' has as many classes as samples, 3, as an identifier has",
                "a,b,y 1,2,p 3,4,q 5,6,q!species!unknown column 'species' (valid: a, b, y)",
                "alpha,beta,y 1,2,p 3,4,q 5,6,q!alpah!unknown column 'alpah': did you mean 'alpha'?",
                "a,b,y 1,2,p 3,4,q 5,6,q!0!--label 0: expected a number from 1 to 3, the columns of",
                "a,b,y 1,2,p 3,4,q 5,6,q!4!--label 4: expected a number from 1 to 3",
                "a,b,y 1,2,p 3,4,q 5,6,q!-1!--label -1: expected a number from 1 to 3",
                "1,2,p 3,4,q 5,6,q!y!has no header that was recognised, expected a number from 1 to 3, or --header=yes",
                "a,a,y 1,2,p 3,4,q 5,6,q!y!columns 1 and 2 are both named 'a', expected different names or --header=no",
                "a,b,y!3!no sample below the header, expected at least 2",
                "1,2,3!3!1 sample, expected at least 2",
                "a y 1 2!y!one column only",
                "1,2 3,4!2!of 2 samples 1 is left to train on, expected at least 2",
                "a,y 1,p 2,q 3,p 4,p 5,p!y!with --split-seed 1 and --test-share 0.4 the class 'q' occurs only in the test set",
                "a,y 1,\"p 2,q 3,p!y!line 2: a quote that is opened is not closed",
                "a,y 1,\"p\"p 2,q 3,p!y!line 2: a quote that is opened is not closed",
                "a,y 1,p 2,\u001b[2J\u202e 3\u001b,p!y!is not a finite number"
            })
    void whatIsWrongInTheFileIsNamedWithItsPlace(String lines, String label, String complaint) throws IOException {
        Path file = Files.writeString(temporary.resolve("table.csv"), lines.replace(' ', '\n'));
        List<String> share = complaint.contains("--test-share 0.4") ? List.of("--test-share", "0.4") : List.of();
        var words = new ArrayList<>(List.of("run", "csv", "--data", file.toString(), "--label=" + label));
        words.addAll(share);
        assertThat(refused(words.toArray(String[]::new))).contains(complaint);
        assertThat(file).hasContent(lines.replace(' ', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "--layers 64,32,4!--layers 64,32,4: expected 3 outputs, the classes of 'class'",
                "--layers 1!--layers 1: expected 3 outputs",
                "--layers 0,3!--layers 0,3: expected widths from 1 to 100000",
                "--layers 64,3 --hidden 64!--layers 64,3: names the hidden layers too, expected no --hidden beside it",
                "--label alcohol --ignore class --layers 4,2!--layers 4,2: expected 1 output, the value of 'alcohol'",
                "--label alcohol!wine.csv, line 2, column 'class': 'cultivar_1' is not a finite number",
                "--task regression!wine.csv, line 2, column 'class': 'cultivar_1' is not a number, as --task=regression needs",
                "--task regresion!unknown task 'regresion': did you mean 'regression'?",
                "--missing fill!(valid: refuse, drop, mean)",
                "--header maybe!(valid: auto, yes, no)",
                "--delimiter colon!(valid: comma, semicolon, tab, pipe)",
                "--delimiter pipe!wine.csv: one column only",
                "--encoding utf!unknown encoding 'utf'",
                "--test-share 1!--test-share 1.0: expected a share from 0, for no test set, to below 1",
                "--test-share -0.1!--test-share -0.1: expected",
                "--test-share 0 --split-seed 3!--split-seed 3: csv has no test set to split off",
                "--ignore class!--ignore class: this is the label, expected another column",
                "--ignore hues!unknown column 'hues': did you mean 'hue'?",
                "--ignore 1,2,3,4,5,6,7,8,9,10,11,12,13!no feature is left beside the label",
                "--data nowhere.csv --label y!nowhere.csv: there is no such file",
                "--data src --label y!src: this is a folder, expected a CSV file",
                "--data src/main/resources/handgrad/data/wine.csv!wine.csv: expected --label COLUMN, one of alcohol, malic_acid",
                "--data src/main/resources/handgrad/data/digits.csv.gz --label 1!this is no text"
            })
    void whatIsWrongInTheOptionsIsNamed(String options, String complaint) {
        assertThat(refused(("run csv " + options).split(" ", -1))).contains(complaint);
        assertThat(refused(("verify csv " + options).split(" ", -1))).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "run xor-cross-entropy --data x.csv, '--data: is for the experiment csv, xor-cross-entropy has data of its own'",
        "verify standardisation --no-standardise, '--no-standardise: is for the experiment csv, standardisation has'",
        "run --label y, '--label: is for the experiment csv, which was not named'",
        "verify --label y, '--label: is for the experiment csv, which was not named'",
        "verify one.json --data x.csv, '--data: is for the experiment csv, which was not named'"
    })
    void aTableIsForTheExperimentCsvAlone(String line, String complaint) {
        assertThat(refused(line.split(" ", -1))).contains(complaint);
    }

    @Test
    void anEmptyFileAndOneOfBlankLinesAreTold() throws IOException {
        Path file = Files.createFile(temporary.resolve("empty.csv"));
        assertThat(refused("run", "csv", "--data", file.toString(), "--label", "y"))
                .contains("empty.csv: the file is empty");
        Files.writeString(file, "\n \n\n");
        assertThat(refused("run", "csv", "--data", file.toString(), "--label", "y"))
                .contains("no line has a cell");
        Files.writeString(file, "a,y\n");
        assertThat(refused("run", "csv", "--data", file.toString(), "--label", "y"))
                .contains("no sample below the header, expected at least 2");
    }

    @Test
    void ofManyColumnsTheFirstAreListed() throws IOException {
        String names = IntStream.rangeClosed(1, 2000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        Path file = Files.writeString(temporary.resolve("wide.csv"), names + "\n");
        assertThat(refused("run", "csv", "--data", file.toString(), "--label", "d2000"))
                .contains("unknown column 'd2000'", "c50, ... (2000 in all))");
        assertThat(refused("run", "csv", "--data", file.toString())).contains("c20, ... (2000 in all)");
    }

    @Test
    void anotherEncodingIsToldWithTheLine() throws IOException {
        String text = "a,y\n1,p\n2,größer\n3,p\n";
        Path file = Files.write(temporary.resolve("latin.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused("run", "csv", "--data", file.toString(), "--label", "y"))
                .contains("latin.csv, line 3: not written in UTF-8, expected a file in it, or --encoding=NAME");
    }

    /** One epoch without a complaint, and the command line that repeats it. */
    @Test
    void aRightTableIsTrainedOnAndItsCommandLineRepeatsIt() throws IOException {
        Path file = Files.writeString(temporary.resolve("my table.csv"), "a;b;y\n1;2;p\n3;4;q\n5;7;q\n2;2;p\n8;9;p\n");
        Path results = temporary.resolve("results");
        Said said = Said.by(
                "run",
                "csv",
                "--data",
                file.toString(),
                "--label",
                "y",
                "--layers",
                "3,1",
                "--ignore",
                "2",
                "--epochs",
                "1",
                "--test-share",
                "0",
                "--results",
                results.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "5 samples of 1 feature, the label 'y' has 2 classes; with a header, separated by a semicolon");
        assertThat(said.report())
                .content()
                .contains("run csv --data '%s' --label y --test-share 0.0 --ignore 2 --layers 3,1 --seed 1"
                        .formatted(file));
    }
}
