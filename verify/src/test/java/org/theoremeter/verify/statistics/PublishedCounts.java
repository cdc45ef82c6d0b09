package org.theoremeter.verify.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.theoremeter.verify.catalogue.Catalogue;
import org.theoremeter.verify.claim.csv.Table;

/** The published counts of the short-term-memory networks, and the published critical delays (STM, arXiv:2502.17433). */
final class PublishedCounts {

    static final Table COUNTS = read(Catalogue.class, "data/stm_nopost_counts.csv");
    static final Table DELAYS = read(PublishedCounts.class, "stm_nopost_critical_delays.csv");

    private PublishedCounts() {}

    private static Table read(Class<?> beside, String resource) {
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            return Table.of(resource, new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Returns the rates, the largest first. */
    static double[] rates() {
        return DELAYS.numbers("lr");
    }

    static BinomialCounts counts(String outcome, double rate) {
        double[] rates = COUNTS.numbers("lr");
        int[] rows = IntStream.range(0, rates.length)
                .filter(row -> rates[row] == rate)
                .toArray();
        double[] lost = pick("NL", rows);
        double[] cycles = pick("LC", rows);
        double[] slow = pick("SP", rows);
        double[] trials = IntStream.range(0, rows.length)
                .mapToDouble(i -> lost[i] + cycles[i] + slow[i])
                .toArray();
        return new BinomialCounts(pick("delay_ms", rows), pick(outcome, rows), trials);
    }

    private static double[] pick(String column, int[] rows) {
        double[] values = COUNTS.numbers(column);
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }
}
