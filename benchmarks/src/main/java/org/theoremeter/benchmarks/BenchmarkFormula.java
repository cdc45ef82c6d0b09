package org.theoremeter.benchmarks;

import java.util.List;
import org.theoremeter.theory.symbolic.Expression;

/** A formula of the theory, as text and as a person would write it in Java; arguments are in the order of names. */
public enum BenchmarkFormula {
    /** The flow of the outlier, theory 1.2. */
    OUTLIER_FLOW("1/(4*c^2) - 1/(c + cstar)^2", "c", "cstar") {
        @Override
        double byHand(double[] x) {
            double c = x[0];
            double s = c + x[1];
            return 1 / (4 * c * c) - 1 / (s * s);
        }
    },
    /** The flow at a slow point, theory 3.1: the call costs more than the formula. */
    SLOW_POINT("r + x^2", "x", "r") {
        @Override
        double byHand(double[] x) {
            return x[1] + x[0] * x[0];
        }
    },
    /** The loss of one mode, theory 1.1. */
    MODE_LOSS("(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2", "a", "c", "cstar") {
        @Override
        double byHand(double[] x) {
            double a = x[0];
            double c = x[1];
            double cstar = x[2];
            return (a * a / (2 * c) - 2 * a / (c + cstar) + 1 / (2 * cstar)) / 2;
        }
    },
    /** Training time as a function of the outlier, theory 1.3: cubes and logarithms. */
    LEARNING_TIME(
            "4*cstar^3/81*ln(c + cstar/3) - 4*cstar^3*ln(c - cstar) - 112*cstar^2*c/27 - 16*cstar*c^2/9 - 4*c^3/9",
            "c",
            "cstar") {
        @Override
        double byHand(double[] x) {
            double c = x[0];
            double cstar = x[1];
            double cube = cstar * cstar * cstar;
            return 4 * cube / 81 * Math.log(c + cstar / 3)
                    - 4 * cube * Math.log(c - cstar)
                    - 112 * cstar * cstar * c / 27
                    - 16 * cstar * c * c / 9
                    - 4 * c * c * c / 9;
        }
    },
    /** The largest eigenvalue of the Hessian with read-in and read-out trained, theory 1.6: a root and fourth powers. */
    SHARPNESS("(4*cstar^2 + 1 + sqrt(16*cstar^4 + 1))/(8*cstar^3)", "cstar") {
        @Override
        double byHand(double[] x) {
            double cstar = x[0];
            double square = cstar * cstar;
            return (4 * square + 1 + Math.sqrt(16 * square * square + 1)) / (8 * square * cstar);
        }
    },
    /** The loss of one pair, theory 2.1. */
    PAIR_LOSS(pairLoss(), "c", "omega", "cstar", "omegastar") {
        @Override
        double byHand(double[] x) {
            double c = x[0];
            double omega = x[1];
            double cstar = x[2];
            double omegastar = x[3];
            double s = c + cstar;
            double below = omega - omegastar;
            double above = omega + omegastar;
            return (1 / (4 * c)
                            + c / (4 * (c * c + omega * omega))
                            - s / (s * s + below * below)
                            - s / (s * s + above * above)
                            + 1 / (4 * cstar)
                            + cstar / (4 * (cstar * cstar + omegastar * omegastar)))
                    / 2;
        }
    },
    /** The slope of the pair's loss along its frequency, as differentiation leaves it. */
    PAIR_SLOPE(Expression.parse(pairLoss()).derivative("omega").toString(), "c", "omega", "cstar", "omegastar") {
        @Override
        double byHand(double[] x) {
            double c = x[0];
            double omega = x[1];
            double s = c + x[2];
            double below = omega - x[3];
            double above = omega + x[3];
            double network = c * c + omega * omega;
            double near = s * s + below * below;
            double far = s * s + above * above;
            return s * below / (near * near) + s * above / (far * far) - c * omega / (4 * network * network);
        }
    },
    /** The squared difference of two decaying oscillations, the integrand of the loss of theory 2.1. */
    OSCILLATION(
            "(exp(-c*t)*cos(omega*t) - exp(-cstar*t)*cos(omegastar*t))^2/2", "t", "c", "omega", "cstar", "omegastar") {
        @Override
        double byHand(double[] x) {
            double t = x[0];
            double error = Math.exp(-x[1] * t) * Math.cos(x[2] * t) - Math.exp(-x[3] * t) * Math.cos(x[4] * t);
            return error * error / 2;
        }
    },
    /** The loss of the limit cycle, theory 3.3: four cases. */
    CYCLE_LOSS(
            "piecewise(r <= 1/(2*(Td + Tr)), 1, r <= 1/(2*Td), 1/(2*Tr*r) - Td/Tr,"
                    + " r <= 1/(Td + Tr), 1 - 1/(2*Td*r), 2 + Td/Tr - 1/(2*Td*r) - 1/(Tr*r))",
            "r",
            "Td",
            "Tr") {
        @Override
        double byHand(double[] x) {
            double r = x[0];
            double delay = x[1];
            double response = x[2];
            if (r <= 1 / (2 * (delay + response))) {
                return 1;
            }
            if (r <= 1 / (2 * delay)) {
                return 1 / (2 * response * r) - delay / response;
            }
            if (r <= 1 / (delay + response)) {
                return 1 - 1 / (2 * delay * r);
            }
            return 2 + delay / response - 1 / (2 * delay * r) - 1 / (response * r);
        }
    };

    private final String text;
    private final List<String> names;

    BenchmarkFormula(String text, String... names) {
        this.text = text;
        this.names = List.of(names);
    }

    private static String pairLoss() {
        return "(1/(4*c) + c/(4*(c^2 + omega^2)) - (c + cstar)/((c + cstar)^2 + (omega - omegastar)^2)"
                + " - (c + cstar)/((c + cstar)^2 + (omega + omegastar)^2)"
                + " + 1/(4*cstar) + cstar/(4*(cstar^2 + omegastar^2)))/2";
    }

    String text() {
        return text;
    }

    List<String> names() {
        return names;
    }

    /** Evaluates the formula in plain Java. */
    abstract double byHand(double[] x);
}
