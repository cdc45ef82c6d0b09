package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/**
 * What the report draws of an exponent of thresholds. The counts are those of a logistic in ln rate, 1/(1 + (rate/T₀)^−6), whose
 * threshold is T₀ = 2/delay exactly; counts of 1000 trials are rounded to whole ones, which moves thresholds by less than 1 in 1000.
 */
class ThresholdFigureTest {

    private static final double[] DELAYS = {20, 30, 40, 60, 80};

    private static final double[] RATES = {0.01, 0.015, 0.025, 0.04, 0.06, 0.1, 0.15};

    private static final double ROUNDING = 1e-3;

    private static final String CLAIM = """
            claim: 1
            id: my.critical
            title: The critical rate falls with the delay
            kind: exponent
            predict: {slopes: {power: "-1"}}
            observe:
              csv:
                file: counts.csv
                thresholds:
                  critical-rate: {of: lost, trials: [lost, kept], along: rate, model: logistic, coordinate: log, least-fraction: 0.1}
              over: [delay]
              seeds: none
            compare: [{%s, predicted: power, margin: 0.5}]
            """;

    @TempDir
    private Path folder;

    /** At a delay of 10 nothing is lost, so that there is no threshold. */
    private void counts() throws IOException {
        StringBuilder table = new StringBuilder("delay,rate,lost,kept\n");
        for (double rate : RATES) {
            table.append(String.format(Locale.ROOT, "10,%s,0,1000%n", rate));
        }
        for (double delay : DELAYS) {
            for (double rate : RATES) {
                long lost = Math.round(1000 / (1 + Math.pow(rate * delay / 2, -6)));
                table.append(String.format(Locale.ROOT, "%s,%s,%d,%d%n", delay, rate, lost, 1000 - lost));
            }
        }
        Files.writeString(folder.resolve("counts.csv"), table);
    }

    private Cli verify(String compare) throws IOException {
        counts();
        Path file = Files.writeString(folder.resolve("claim.yaml"), CLAIM.formatted(compare));
        return Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"));
    }

    private JsonNode plot() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("report/results.json").toFile())
                .at("/claims/0/comparisons/0/plot");
    }

    private static JsonNode curve(JsonNode plot, String role) {
        return StreamSupport.stream(plot.get("curves").spliterator(), false)
                .filter(curve -> curve.get("role").asText().equals(role))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReportHasTheThresholdsTheirLineAndTheCountsBehindThem() throws IOException {
        Cli cli = verify("slope of: critical-rate, against: delay");
        assertThat(cli.out()).as(cli.toString()).contains("PASS");
        JsonNode points = curve(plot(), "POINTS");
        assertThat(points.get("x")).hasSize(DELAYS.length);
        for (int i = 0; i < DELAYS.length; i++) {
            assertThat(points.get("x").get(i).asDouble()).isEqualTo(DELAYS[i]);
            assertThat(points.get("y").get(i).asDouble()).isCloseTo(2 / DELAYS[i], within(ROUNDING * 2 / DELAYS[i]));
        }
        JsonNode error = curve(plot(), "INTERVAL");
        assertThat(error.get("y").get(0).asDouble())
                .isLessThan(points.get("y").get(0).asDouble());
        assertThat(plot().get("note").asText())
                .contains(
                        "1 of 6 points is left out: critical-rate at delay = 10.0: the largest fraction is below 0.1");
        // nothing is lost at the delay of 10, and all where rate and delay are largest, 6 thresholds up: 1000/(1 + 6⁻⁶)
        assertThat(plot().at("/counts/fulfilled/6/0").asInt()).isZero();
        assertThat(plot().at("/counts/fulfilled/6/5").asInt()).isEqualTo(1000);
        Path figures = folder.resolve("report/figures");
        String exponent = Files.readString(figures.resolve("my.critical-1.svg"));
        assertThat(exponent)
                .contains(">fitted thresholds</text>", ">predicted slope −1.00</text>", ">fitted slope −1.00</text>")
                .contains(">accepted slopes −1.50 to −0.500</text>", "1 of 6 points is left out")
                .doesNotContain("NaN");
        // five thresholds, and the sample of the legend
        assertThat(exponent.split("<circle", -1)).hasSize(DELAYS.length + 2);
        String phases = Files.readString(figures.resolve("my.critical-1-counts.svg"));
        // 6 delays and 7 rates; at the delay 20 and the rate 0.1, in units of the threshold 1, half are lost
        assertThat(phases.split(" of 1000 runs</title>", -1)).hasSize(6 * 7 + 1);
        assertThat(phases).contains("<title>500 of 1000 runs</title>", ">lost</text>", ">rate</text>");
        assertThat(phases.split("<circle", -1)).hasSize(DELAYS.length + 2);
        // the delay of 10, which has no threshold, is beyond the fitted line
        assertThat(Files.readString(figures.resolve("my.critical-1-collapse.svg")))
                .contains(">one delay each (5 curves)</text>", ">rate / fitted rate</text>", ">fraction of lost</text>")
                .doesNotContain("NaN");
        assertThat(Files.readString(folder.resolve("report/index.html")))
                .contains("1 of 6 points is left out", "the counts that thresholds were fitted to");
        renderedAgain(phases);
    }

    /** The figure is made of the results alone. */
    private void renderedAgain(String phases) throws IOException {
        Path again = folder.resolve("again");
        Cli rendered = Cli.run("render", folder.resolve("report/results.json"), "--out", again);
        assertThat(rendered.status()).as(rendered.toString()).isZero();
        assertThat(again.resolve("figures/my.critical-1-counts.svg")).hasContent(phases);
    }

    /** Results that were changed by hand are refused rather than drawn. */
    @Test
    void countsThatCannotBeAreRefused() throws IOException {
        verify("slope of: critical-rate, against: delay");
        Path results = folder.resolve("report/results.json");
        String right = Files.readString(results);
        for (String[] change : new String[][] {
            {"\"fulfilled\" *: *\\[ *\\[ *0,", "\"fulfilled\":[[1001,"},
            {"\"columns\" *: *\\[ *10.0,", "\"columns\":[50,"},
            {"\"columns\" *: *\\[ *10.0,", "\"columns\":["},
            {"\"columns\" *: *\\[ *10.0,", "\"columns\":[\"NaN\","}
        }) {
            String wrong = right.replaceFirst(change[0], change[1]);
            assertThat(wrong).isNotEqualTo(right);
            Path file = Files.writeString(folder.resolve("wrong.json"), wrong);
            Cli refused = Cli.run("render", file, "--out", folder.resolve("again"));
            assertThat(refused.status()).as(change[1]).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(refused.err()).as(change[1]).contains("wrong.json").hasLineCount(1);
        }
    }

    @Test
    void theOtherDirectionHasTheOtherAxes() throws IOException {
        Cli cli = verify("slope of: delay, against: critical-rate");
        assertThat(cli.out()).as(cli.toString()).contains("PASS");
        assertThat(plot().get("x").asText()).isEqualTo("critical-rate");
        assertThat(plot().at("/counts/x").asText()).isEqualTo("rate");
        assertThat(plot().at("/counts/y").asText()).isEqualTo("delay");
        assertThat(plot().at("/counts/columns")).hasSize(RATES.length);
        assertThat(plot().at("/counts/logarithmicX").asBoolean()).isTrue();
        JsonNode error = curve(plot(), "INTERVAL");
        assertThat(error.get("y").get(0)).isEqualTo(error.get("y").get(1));
    }
}
