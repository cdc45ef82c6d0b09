package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.theoremeter.verify.judge.Verdict;

/**
 * What a claim is and states, whatever became of it.
 *
 * @param id the claim's name
 * @param kind its kind
 * @param title its title
 * @param source where it comes from
 * @param falsified what would falsify it
 * @param passes when a claim of its kind passes
 * @param expected a known disagreement, or null
 * @param prediction what it predicts
 */
public record ClaimDescription(
        String id,
        String kind,
        String title,
        Source source,
        String falsified,
        String passes,
        Expected expected,
        Prediction prediction) {

    /** Requires a name and a title. */
    public ClaimDescription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
    }

    /**
     * Where a claim comes from.
     *
     * @param paper the paper, or empty
     * @param theory the section of the theory, or empty
     * @param standing how sure theory is of it
     */
    public record Source(String paper, String theory, String standing) {}

    /**
     * A known disagreement.
     *
     * @param verdict the expected verdict
     * @param because why
     */
    @JsonPropertyOrder({"verdict", "because"})
    public record Expected(Verdict verdict, String because) {}

    /**
     * What is predicted, and against what it is held.
     *
     * @param statements the predictions as formulas
     * @param given the given symbols' values
     * @param assumes where the formulas are meant: the domain of every symbol, and what is assumed to hold between them
     * @param compared what is compared with what, in words, one line a comparison of the claim
     */
    public record Prediction(
            List<Statement> statements, Map<String, Double> given, List<String> assumes, List<String> compared) {

        /** Copies the collections, keeping their order. */
        public Prediction {
            statements = List.copyOf(statements);
            given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
            assumes = List.copyOf(assumes);
            compared = List.copyOf(compared);
        }
    }

    /**
     * A prediction as a formula.
     *
     * @param label what it is
     * @param tex in TeX
     * @param mathMl in MathML
     * @param text in one line
     * @param says what it means, in words, or null
     * @param because why it follows from what stands before it, in words; null for all but the steps of a derivation
     * @param exact every formula and argument of a definition or step, where the text for readers could be that of two
     *     formulas: {@code exp(x)} and the power of a symbol e look the same; null for all others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"label", "tex", "mathMl", "text", "says", "because", "exact"})
    public record Statement(
            String label, String tex, String mathMl, String text, String says, String because, String exact) {

        /** Makes a statement of a formula alone. */
        public Statement(String label, String tex, String mathMl, String text) {
            this(label, tex, mathMl, text, null, null, null);
        }
    }
}
