package org.theoremeter.simulate.training.bptt;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;
import org.theoremeter.simulate.task.Trials;

/**
 * The loss of every network written down a second time, from the equations of the networks' Javadoc, over any field: with
 * Hipparchus gradients it differentiates itself.
 */
final class FieldLoss<T extends CalculusFieldElement<T>> {

    private final RecurrentNetwork network;
    private final T[] parameters;
    private final Field<T> field;

    FieldLoss(RecurrentNetwork network, T[] parameters) {
        this.network = network;
        this.parameters = parameters;
        field = parameters[0].getField();
    }

    /** Returns the mean over trials, steps and channels of w (o − y)², and λ times the mean squared change. */
    T loss(Trials trials, double[] start, double lambda) {
        T error = field.getZero();
        T change = field.getZero();
        int n = network.units();
        for (int b = 0; b < trials.batch(); b++) {
            T[] state = MathArrays.buildArray(field, network.stateSize());
            for (int i = 0; i < start.length; i++) {
                state[i] = state[i].add(start[i]);
            }
            for (int t = 0; t < trials.steps(); t++) {
                double[] input = new double[trials.inputs()];
                for (int c = 0; c < input.length; c++) {
                    input[c] = trials.input(b, t, c);
                }
                T[] next = step(state, input);
                T[] output = read(network instanceof LeakyRnn ? state : next);
                for (int c = 0; c < output.length; c++) {
                    T miss = output[c].subtract(trials.target(b, t, c));
                    error = error.add(miss.multiply(miss).multiply(trials.weight(b, t, c)));
                }
                for (int i = 0; i < n; i++) {
                    T difference = next[i].subtract(state[i]);
                    change = change.add(difference.multiply(difference));
                }
                state = next;
            }
        }
        double count = trials.batch() * trials.steps();
        return error.divide(count * trials.outputs()).add(change.multiply(lambda / (count * n)));
    }

    private T[] step(T[] state, double[] input) {
        int n = network.units();
        T[] next = MathArrays.buildArray(field, network.stateSize());
        if (network instanceof LeakyRnn leaky) {
            for (int i = 0; i < n; i++) {
                T sum = bias("b_rec", i)
                        .add(bias("b_in", i))
                        .add(row("W_rec", i, state))
                        .add(input("W_in", i, input));
                next[i] = leak(state[i], sum.tanh(), leaky.alpha());
            }
        } else if (network instanceof TanhRnn tanh) {
            T[] active = MathArrays.buildArray(field, n);
            for (int i = 0; i < n; i++) {
                active[i] = state[i].multiply(tanh.sigma()).tanh().divide(tanh.sigma());
            }
            for (int i = 0; i < n; i++) {
                next[i] = leak(state[i], row("W", i, active).add(input("U", i, input)), tanh.alpha());
            }
        } else if (network instanceof PiecewiseLinearRnn) {
            T[] active = MathArrays.buildArray(field, n);
            for (int i = 0; i < n; i++) {
                active[i] = state[i].getReal() > 0 ? state[i] : field.getZero();
            }
            for (int i = 0; i < n; i++) {
                next[i] = bias("A", i)
                        .multiply(state[i])
                        .add(row("W", i, active))
                        .add(input("C", i, input))
                        .add(bias("h", i));
            }
        } else if (network instanceof Lstm) {
            for (int i = 0; i < n; i++) {
                T forgotten = logistic(gate(1, i, state, input)).multiply(state[n + i]);
                T written = logistic(gate(0, i, state, input))
                        .multiply(gate(2, i, state, input).tanh());
                next[n + i] = forgotten.add(written);
                next[i] = logistic(gate(3, i, state, input)).multiply(next[n + i].tanh());
            }
        } else if (network instanceof RankKRnn lowRank) {
            T[] latents = latents(state);
            for (int i = 0; i < n; i++) {
                T sum = row("m", i, latents).add(bias("b", i)).add(input("W_in", i, input));
                next[i] = leak(state[i], sum.tanh(), lowRank.alpha());
            }
        }
        return next;
    }

    private T gate(int gate, int unit, T[] state, double[] input) {
        int i = gate * network.units() + unit;
        return row("W_hh", i, state).add(input("W_ih", i, input)).add(bias("b", i));
    }

    private T[] latents(T[] state) {
        T[] latents = MathArrays.buildArray(field, ((RankKRnn) network).rank());
        for (int k = 0; k < latents.length; k++) {
            latents[k] = row("n", k, state);
        }
        return latents;
    }

    private T[] read(T[] state) {
        T[] from = network instanceof RankKRnn ? latents(state) : state;
        boolean plain = network instanceof TanhRnn;
        T[] output = MathArrays.buildArray(field, network.outputs());
        for (int o = 0; o < output.length; o++) {
            T sum = row(plain ? "V" : "W_out", o, from);
            T offset = plain ? sum : sum.add(bias("b_out", o));
            output[o] = network.readout() == Readout.LOGISTIC ? logistic(offset) : offset;
        }
        return output;
    }

    private T leak(T old, T drive, double alpha) {
        return old.multiply(1 - alpha).add(drive.multiply(alpha));
    }

    private T logistic(T a) {
        return a.negate().exp().add(1).reciprocal();
    }

    private T bias(String name, int i) {
        return parameters[network.layout().block(name).offset() + i];
    }

    /** Returns Σ_k W_ik x_k over the columns of a block. */
    private T row(String name, int i, T[] x) {
        ParameterBlock block = network.layout().block(name);
        T sum = field.getZero();
        for (int k = 0; k < block.columns(); k++) {
            sum = sum.add(parameters[block.at(i, k)].multiply(x[k]));
        }
        return sum;
    }

    private T input(String name, int i, double[] x) {
        T sum = field.getZero();
        for (int c = 0; c < x.length; c++) {
            sum = sum.add(parameters[network.layout().block(name).at(i, c)].multiply(x[c]));
        }
        return sum;
    }
}
