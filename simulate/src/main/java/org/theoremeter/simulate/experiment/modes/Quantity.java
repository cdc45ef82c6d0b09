package org.theoremeter.simulate.experiment.modes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;

/** What is measured of a network while it is trained; of one mode, with directions r, u and v, or of all. */
enum Quantity {
    /** Along the mode. */
    A("rᵀ W_x v, u and v the mode's directions among outputs and inputs, r that among neurons at the start", true),
    /** Along the mode. */
    B("rᵀ W_h r", true),
    /** Along the mode. */
    C("uᵀ W_y r", true),
    /** The answer to the last input. */
    RESPONSE("uᵀ W_y W_x v, the mode's answer to the last input", false),
    /** The answer to the first input. */
    FIRST_RESPONSE("uᵀ W_y W_h^(T − 1) W_x v, the mode's answer to the first input", false),
    /** What the other modes, and what is not aligned, do to this one. */
    DEVIATION(
            "response minus that of a network of one neuron with these a, b and c at the start that learns this mode alone;"
                    + " only under gradient flow",
            false),
    /** What training conserves of an aligned network. */
    BALANCE("|W_x v|² − |W_yᵀ u|²", true),
    /** What is not aligned. */
    LEAKAGE("√(‖W_x − R a Vᵀ‖² + ‖W_h − R b Rᵀ‖² + ‖W_y − U c Rᵀ‖²), what couples modes or lies outside all", false),
    /** The loss. */
    LOSS("E = ½ Σ_i ‖Σ_i − W_y W_h^(T − i) W_x‖²", false),
    /** What training conserves of any network. */
    GAMMA_DRIFT("Frobenius norm of Γ − Γ(0), Γ = W_x W_xᵀ + W_h W_hᵀ − W_hᵀ W_h − W_yᵀ W_y", false),
    /** The scale of Γ. */
    SQUARED_NORM("‖W_x‖² + ‖W_h‖² + ‖W_y‖²", false);

    static final String AXIS = "tau";
    static final String LARGEST_DEVIATION = "largest-deviation";

    private final String description;
    private final boolean initial;

    Quantity(String description, boolean initial) {
        this.description = description;
        this.initial = initial;
    }

    /** Returns the name of its series. */
    String series() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name of its value at the start, which a prediction may start from; only of some. */
    String atStart() {
        return "initial-" + series();
    }

    /** Returns the name of its value at the end. */
    String atEnd() {
        return "final-" + series();
    }

    boolean hasStart() {
        return initial;
    }

    static List<Observable> observables() {
        List<Quantity> all = Arrays.asList(values());
        return Stream.of(
                        all.stream().map(each -> Observable.series(each.series(), each.description, AXIS)),
                        all.stream()
                                .filter(Quantity::hasStart)
                                .map(each -> Observable.scalar(
                                        each.atStart(), each.series() + " before training", Unit.ONE)),
                        all.stream()
                                .map(each -> Observable.scalar(each.atEnd(), each.series() + " at the end", Unit.ONE)),
                        Stream.of(Observable.scalar(
                                LARGEST_DEVIATION,
                                "the largest modulus of deviation, by a parabola through the largest sample and its neighbours",
                                Unit.ONE)))
                .flatMap(each -> each)
                .toList();
    }
}
