package handgrad.show.trace;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.Shown;
import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Line;
import handgrad.judge.trace.Selection;
import handgrad.lab.Tracer;
import handgrad.lab.result.Traced;
import handgrad.network.Precision;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The page of a trace: well-formed, complete, and no markup but its own. */
class TracePageTest {
    private static final Digits DIGITS = new Digits(6);
    private static final String HOSTILE = "</title></script><script>alert(1)</script>\" onload='x' & <img src=x>";

    private static Traced traced(String file, Selection selection) {
        Case given = CaseFile.read(Path.of("src/test/resources/reference/cases", file + ".json"));
        return new Tracer(0, selection, Precision.DOUBLE).trace(given);
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static Stream<Element> elements(Document page, String tag) {
        var found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static List<String> attribute(Document page, String name) {
        return elements(page, "*")
                .map(element -> element.getAttribute(name))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String text(Document page) {
        return page.getDocumentElement().getTextContent().replace('\u00A0', ' ');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mazur-first-step", "one-sample", "deep-mixed", "saturated-cross-entropy", "regression-identity"
            })
    void hasEveryLineAndWhatLeadsToIt(String file) throws Exception {
        Traced traced = traced(file, Selection.all());
        Document page = parsed(TracePage.of(traced, DIGITS).html(List.of()));
        String text = text(page);
        for (Line line : traced.trace().lines()) {
            assertThat(text)
                    .contains(
                            MathText.of(line.name()),
                            MathText.of(line.formula()),
                            MathText.of(line.numbers(DIGITS)),
                            "= " + MathText.of(DIGITS.of(line.value())));
        }
        assertThat(text).contains(TraceWords.verdict(traced));
        List<String> ids = attribute(page, "id");
        assertThat(ids).doesNotHaveDuplicates().contains("forward-layer-1", "loss", "backward-layer-1", "z1-0");
        assertThat(attribute(page, "href")).allMatch(href -> ids.contains(href.substring(1)));
        assertThat(attribute(page, "aria-labelledby"))
                .allSatisfy(labels -> assertThat(ids).contains(labels.split(" ", -1)));
    }

    @Test
    void saysThingsInTheirOrder() throws Exception {
        Traced traced = traced("mazur-first-step", Selection.all());
        Document page = parsed(TracePage.of(traced, DIGITS).html(List.of()));
        assertThat(attribute(page, "href")).contains("#z1-0", "#a1-1", "#dL-dW2-1-0", "#L", "#forward-layer-1");
        assertThat(text(page))
                .containsSubsequence(
                        "mazur-first-step",
                        "A 2-2-2 network: 2 inputs, layer 1 with 2 sigmoid neurons, layer 2 with 2 sigmoid outputs.",
                        "L = 0.298371",
                        "The computational graph",
                        "Forward pass",
                        "Loss (half-squared-error)",
                        "Backward pass",
                        "The gradient against the oracle",
                        "All 12 entries");
    }

    @Test
    void needsNothingFromElsewhere() throws Exception {
        String html = TracePage.of(traced("mazur-first-step", Selection.all()), DIGITS)
                .html(List.of());
        Document page = parsed(html);
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("prefers-color-scheme: dark", "@page");
        assertThat(elements(page, "meta").map(meta -> meta.getAttribute("content")))
                .contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
                .contains("Handgrad trace");
        assertThat(html).doesNotContain("http:", "https:", "url(", "@import", " src=");
        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "svg").map(svg -> svg.getAttribute("role"))).containsExactly("img", "group");
    }

    @Test
    void aNameIsNeverMarkup() throws Exception {
        Traced harmless = traced("mazur-first-step", Selection.all());
        var hostile =
                new Traced(HOSTILE, 0, 1, Optional.empty(), harmless.trace(), harmless.judgement(), Optional.empty());
        Document page = parsed(TracePage.of(hostile, DIGITS).html(List.of()));
        assertThat(elements(page, "h1").map(Element::getTextContent)).containsExactly(Shown.text(HOSTILE));
        assertThat(elements(page, "title").findFirst().orElseThrow().getTextContent())
                .startsWith(Shown.text(HOSTILE));
        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "img")).isEmpty();
        assertThat(attribute(page, "onload")).isEmpty();
    }

    /** In the table and at the line: in words, not by colour alone. */
    @Test
    void whatIsClaimedStandsBesideWhatIsRight() throws Exception {
        Document page = parsed(TracePage.of(traced("mistake-derivative-at-activation", Selection.all()), DIGITS)
                .html(List.of()));
        assertThat(text(page))
                .contains("What is claimed is WRONG.", "derivative-at-activation", "The first wrong value is ∂L/∂W");
        List<Element> wrong = elements(page, "tr")
                .filter(row -> row.getAttribute("class").equals("wrong"))
                .toList();
        assertThat(wrong).isNotEmpty().allMatch(row -> row.getTextContent().contains("WRONG"));
        assertThat(wrong.stream().filter(row -> row.getTextContent().contains("WRONG, the first")))
                .containsExactly(wrong.get(0));
        assertThat(elements(page, "dd")
                        .filter(line -> line.getAttribute("class").equals("claimed"))
                        .map(Element::getTextContent))
                .hasSameSizeAs(wrong)
                .first()
                .asString()
                .startsWith("claimed of the batch: ")
                .endsWith("WRONG, the first");
        assertThat(attribute(page, "href")).anyMatch(href -> href.startsWith("#dL"));
    }

    @Test
    void aPageWithoutAClaimSaysNothingOfOne() throws Exception {
        Case mazur = CaseFile.read(Path.of("src/test/resources/reference/cases/mazur-first-step.json"));
        Traced unclaimed = Tracer.whole(0).trace(mazur.on(mazur.samples()));
        Document page = parsed(TracePage.of(unclaimed, DIGITS).html(List.of()));
        assertThat(attribute(page, "id")).contains("oracle").doesNotContain("claimed", "moment");
    }

    @Test
    void aNarrowedPageShowsTheNeuronAndWhatItTouches() throws Exception {
        var one = new Selection(OptionalInt.of(0), OptionalInt.of(1));
        Document page =
                parsed(TracePage.of(traced("mazur-first-step", one), DIGITS).html(List.of()));
        assertThat(text(page))
                .contains("Only neuron 1 of layer 1 is shown.", "Dashed", "∂L/∂W1[1,1]", "z2[0]")
                .doesNotContain("z⁰[0] ", "∂L/∂W⁰[0,0]", "Loss (");
        assertThat(elements(page, "tbody")
                        .findFirst()
                        .orElseThrow()
                        .getElementsByTagName("tr")
                        .getLength())
                .as("two weights, one bias")
                .isEqualTo(3);
    }

    @Test
    void whatIsTooLargeIsSaidInASentence() throws Exception {
        var one = new Selection(OptionalInt.of(0), OptionalInt.of(0));
        Document page = parsed(TracePage.of(traced("digits-softmax-cross-entropy", one), DIGITS)
                .html(List.of()));
        assertThat(text(page)).contains("The graph is not drawn: it has", "δ1[0]", "= ∂L/∂z1[0]");
        assertThat(elements(page, "svg")).isEmpty();
    }
}
