package org.theoremeter.simulate.training.file;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.simulate.file.numpy.NpzReader;
import org.theoremeter.simulate.file.numpy.NumpyArray;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.ParameterBlock.Role;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;

/** A user's own weights, from which a training starts, and perhaps the one state in which all trials do. */
public final class StartFile {

    /** More than any network here has: an LSTM of 2000 units has half as many. */
    private static final long MOST_NUMBERS = 1 << 25;

    private static final long MOST_BYTES = MOST_NUMBERS * Double.BYTES + (1 << 20);

    private final Path file;
    private final String sha256;
    private final Map<String, NumpyArray> arrays;
    private final Optional<String> about;

    /** By what shapes are known, for messages. */
    private final String shaped;

    private StartFile(Path file, String sha256, Map<String, NumpyArray> arrays, Optional<String> about, String shaped) {
        this.shaped = shaped;
        this.file = file;
        this.sha256 = sha256;
        this.arrays = arrays;
        this.about = about;
    }

    /**
     * Reads a file; whether it suits a network is seen later.
     *
     * @throws TrainingFileException if it is no .npz of numbers
     */
    public static StartFile read(Path file) {
        return read(file, "the arguments say");
    }

    /** Reads a file whose shapes are known by something else than arguments. */
    static StartFile read(Path file, String shaped) {
        try {
            byte[] bytes = RegularFile.read(file, MOST_BYTES);
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            Map<String, NumpyArray> arrays = NpzReader.read(bytes, Set.of(WeightsLayout.ABOUT), MOST_NUMBERS);
            return new StartFile(file, digest, arrays, NpzReader.text(bytes, WeightsLayout.ABOUT), shaped);
        } catch (IOException fault) {
            String found = fault.getMessage();
            String accepted = found.contains("accepted: ") ? "" : ", accepted: weights as numpy.savez writes them";
            throw new TrainingFileException(file + ": " + found + accepted, fault);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns where it was read from. */
    public Path file() {
        return file;
    }

    /** Returns the SHA-256 of the file, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Returns what it says of itself, if that is a text. */
    Optional<String> about() {
        return about;
    }

    /** Tells whether it says in which state trials start. */
    public boolean hasState() {
        return arrays.containsKey(WeightsLayout.STATE);
    }

    /**
     * Returns the parameters of a network, flat.
     *
     * @param precision in which all must be finite
     * @throws TrainingFileException if a block is missing, has another shape or is not finite, or there is something else
     */
    public double[] parameters(RecurrentNetwork network, Precision precision) {
        List<String> names = new ArrayList<>(
                network.layout().blocks().stream().map(ParameterBlock::name).toList());
        List<String> missing =
                names.stream().filter(name -> !arrays.containsKey(name)).toList();
        names.add(WeightsLayout.STATE);
        names.add(WeightsLayout.ABOUT);
        for (String name : arrays.keySet()) {
            if (!names.contains(name)) {
                throw new TrainingFileException(file + ": found the unknown entry " + Quotation.of(name) + " for a "
                        + network.name() + ", " + Nearest.hint(name, names));
            }
        }
        if (!missing.isEmpty()) {
            throw new TrainingFileException(file + ": found no " + String.join(", ", missing)
                    + ", accepted: every block of a " + network.name() + ", " + blocks(network));
        }
        double[] flat = new double[network.layout().size()];
        for (ParameterBlock block : network.layout().blocks()) {
            double[] values = checked(block.name(), WeightsLayout.shape(block), precision);
            if (network.zeroDiagonal() && block.role() == Role.RECURRENT) {
                requireZeroDiagonal(block, values);
            }
            System.arraycopy(values, 0, flat, block.offset(), values.length);
        }
        return flat;
    }

    /**
     * Returns the state in which all trials start, if it says so.
     *
     * @throws TrainingFileException if it has another shape or is not finite
     */
    public Optional<double[]> state(RecurrentNetwork network, Precision precision) {
        return hasState()
                ? Optional.of(checked(WeightsLayout.STATE, List.of(network.units()), precision))
                : Optional.empty();
    }

    private static String blocks(RecurrentNetwork network) {
        return network.layout().blocks().stream()
                .map(block -> block.name() + " " + NumpyArray.text(WeightsLayout.shape(block)))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
    }

    private double[] checked(String name, List<Integer> shape, Precision precision) {
        NumpyArray array = arrays.get(name);
        if (!array.shape().equals(shape)) {
            throw new TrainingFileException(file + ": " + name + ": found the shape " + NumpyArray.text(array.shape())
                    + ", accepted: " + NumpyArray.text(shape) + ", as " + shaped);
        }
        double[] values = array.values();
        for (int i = 0; i < values.length; i++) {
            double used = precision == Precision.FLOAT ? (float) values[i] : values[i];
            if (!Double.isFinite(used)) {
                throw new TrainingFileException(file + ": " + name + ": found " + values[i] + " at " + place(i, shape)
                        + ", accepted: finite numbers in " + precision.word() + " precision");
            }
        }
        return values;
    }

    private void requireZeroDiagonal(ParameterBlock block, double[] values) {
        for (int i = 0; i < block.rows(); i++) {
            double value = values[i * block.columns() + i];
            if (value != 0) {
                throw new TrainingFileException(file + ": " + block.name() + ": found " + value + " at [" + i + ", " + i
                        + "], accepted: 0 on the diagonal, since no unit has a weight onto itself");
            }
        }
    }

    private static String place(int at, List<Integer> shape) {
        return shape.size() == 1 ? "[" + at + "]" : "[" + at / shape.get(1) + ", " + at % shape.get(1) + "]";
    }
}
