package org.theoremeter.verify.claim.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.formula.Quantities;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads an experiment's arguments from text, as {@code simulate --set} gives them. */
public final class ExperimentSettings {

    /** The longest run that anybody would wait for, in seconds on one core. */
    private static final double LONGEST_RUN = 1e7;

    private static final String HORIZON = "horizon";

    private ExperimentSettings() {}

    /**
     * Reads arguments.
     *
     * @param experiment the experiment
     * @param settings name → text, with units as in claims: {@code horizon → 3 tau}; a space before the unit is optional
     * @throws ClaimException naming the parameter, what was found and what is accepted
     */
    public static Arguments of(Experiment experiment, Map<String, String> settings) {
        List<String> names =
                experiment.parameters().stream().map(Parameter::name).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        settings.forEach((name, text) -> {
            Parameter parameter = experiment.parameters().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ClaimException(
                            "--set",
                            "found the unknown parameter " + Quotation.of(name) + " of " + experiment.name() + ", "
                                    + Nearest.hint(name, names)));
            values.put(name, value(parameter, text));
        });
        try {
            return checked(experiment, values);
        } catch (ArgumentException fault) {
            throw new ClaimException("--set " + fault.parameter(), fault.getMessage());
        }
    }

    /**
     * Returns arguments with which a run can be done.
     *
     * @throws ArgumentException if one is out of bounds, or all together ask for a run that would never end
     */
    static Arguments checked(Experiment experiment, Map<String, Object> values) {
        Arguments arguments = Arguments.of(experiment, values);
        double seconds = experiment.estimatedSeconds(arguments);
        if (!(seconds <= LONGEST_RUN)) {
            String longest = values.containsKey(HORIZON) ? HORIZON : experiment.name();
            throw new ArgumentException(
                    longest,
                    String.format(Locale.ROOT, "a run of about %.0e s", seconds),
                    String.format(Locale.ROOT, "at most %.0e s, about four months", LONGEST_RUN));
        }
        return arguments;
    }

    private static Object value(Parameter parameter, String text) {
        if (parameter instanceof Parameter.Choice) {
            return text;
        }
        String spaced = text.replaceFirst("(?<=[0-9.])(?=(ms|s|step|epoch|tau)$)", " ");
        YamlNode.Scalar scalar = YamlNode.Scalar.plain(spaced, new Position("--set " + parameter.name(), 0, 0));
        return Quantities.read(scalar, parameter.name(), parameter.unit(), List.of())
                .evaluate(Map.of());
    }
}
