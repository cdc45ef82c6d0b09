package org.theoremeter.verify.claim.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * How unsure a column of a user's table is, as the table or the claim says: {@code {standard: S}}, the deviation of a Gaussian error
 * that is another one in each row; {@code {standard: S, correlated: true}}, of one that rows have in common; {@code {bound: B}}, the
 * most that it can be. A bare number may mean either, and counts as the wider one.
 *
 * @param sizes one for each row, from 0
 * @param meaning what they are
 */
record StatedError(double[] sizes, Meaning meaning) {

    /** What a stated error may be. */
    enum Meaning {
        /** A standard error, independent from row to row. */
        STANDARD,
        /** A standard error that rows have in common. */
        CORRELATED,
        /** A bound. */
        BOUND,
        /** Said by nobody. */
        EITHER
    }

    private static final double FALSE_ALARMS = 1e-3;

    private static final String ACCEPTED =
            "{standard: S} for a standard error (with correlated: true if rows share it), or {bound: B}; S and B a column or a"
                    + " number";

    /**
     * Reads what stands under {@code errors} for a column.
     *
     * @param sizes finds the column, or repeats the number
     */
    static StatedError read(YamlNode node, String name, Function<YamlNode.Scalar, double[]> sizes) {
        if (node instanceof YamlNode.Scalar bare) {
            return new StatedError(sizes.apply(bare), Meaning.EITHER);
        }
        Fields fields = Fields.of(node, "errors." + name);
        Optional<YamlNode> standard = fields.take("standard");
        Optional<YamlNode> bound = fields.take("bound");
        boolean correlated = fields.takeChoice("correlated", List.of("true", "false"))
                .filter("true"::equals)
                .isPresent();
        fields.end();
        if (standard.isPresent() == bound.isPresent() || (correlated && bound.isPresent())) {
            throw new ClaimException(
                    node.position(), "found the error of " + name + " said otherwise, accepted: " + ACCEPTED);
        }
        YamlNode given = standard.or(() -> bound).orElseThrow();
        return new StatedError(
                sizes.apply(Fields.scalar(given, "errors." + name)),
                bound.isPresent() ? Meaning.BOUND : correlated ? Meaning.CORRELATED : Meaning.STANDARD);
    }

    /**
     * Returns how far a row may be off, with a confidence on each side. Of seeds an error that is another one in each row is part of
     * their spread.
     *
     * @param together how many rows must all be that sure
     * @param seeded whether rows belong to seeds
     */
    double reach(int row, int together, boolean seeded, double confidence) {
        double one = sizes[row] * quantile(1, confidence);
        double all = sizes[row] * quantile(together, confidence);
        return switch (meaning) {
            case BOUND -> sizes[row];
            case CORRELATED -> one;
            case STANDARD -> seeded ? 0 : all;
            case EITHER -> seeded ? sizes[row] : Math.max(sizes[row], all);
        };
    }

    /** Returns whether independent errors would scatter values of seeds more than they do, but for one table in a thousand. */
    boolean scattersMore(List<Integer> rows, IntToDoubleFunction value, int tests) {
        if (meaning != Meaning.STANDARD || rows.size() < 2 || rows.stream().anyMatch(row -> sizes[row] == 0)) {
            return false;
        }
        double weights = 0;
        double sum = 0;
        for (int row : rows) {
            weights += 1 / (sizes[row] * sizes[row]);
            sum += value.applyAsDouble(row) / (sizes[row] * sizes[row]);
        }
        double chiSquare = 0;
        for (int row : rows) {
            chiSquare += Math.pow((value.applyAsDouble(row) - sum / weights) / sizes[row], 2);
        }
        return new ChiSquaredDistribution(null, rows.size() - 1.0).cumulativeProbability(chiSquare)
                < FALSE_ALARMS / tests;
    }

    /** Returns the deviation of what is independent from row to row. */
    double independent(int row) {
        return meaning == Meaning.STANDARD || meaning == Meaning.EITHER ? sizes[row] : 0;
    }

    /** Returns how far rows may be off together, with a confidence on each side. */
    double common(int row, double confidence) {
        return switch (meaning) {
            case STANDARD -> 0;
            case CORRELATED -> sizes[row] * quantile(1, confidence);
            case BOUND, EITHER -> sizes[row];
        };
    }

    private static double quantile(int together, double confidence) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - (1 - confidence) / together);
    }
}
