package org.theoremeter.simulate.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Names the arithmetic that a run asks for. What {@code auto} stands for depends on the Java machine and its flags alone, never
 * on a timing: vectors where they can be had, else plain Java.
 */
public enum KernelChoice {
    /** Vectors where they are available, else plain. */
    AUTO,
    /** Vectors of the hardware; the same bits as plain. */
    VECTOR,
    /** Plain Java. */
    PLAIN,
    /** Products by OpenBLAS, everything else as {@link #AUTO}. */
    OPENBLAS;

    /** Returns the word by which settings name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the choice of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static KernelChoice of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found '" + word + "', accepted: "
                        + Arrays.stream(values()).map(KernelChoice::word).collect(Collectors.joining(", "))));
    }

    /** Returns what this stands for here: itself, or for {@link #AUTO} one of the others. */
    public KernelChoice resolved() {
        if (this == AUTO) {
            return VECTOR.obstacle().isEmpty() ? VECTOR : PLAIN;
        }
        return this;
    }

    /** Returns why it cannot be had here and what would be accepted, or nothing. */
    public Optional<String> obstacle() {
        Optional<Arithmetic> arithmetic = provider(resolved().word());
        return arithmetic.isEmpty()
                ? Optional.of("its classes are not on the class path, accepted: auto, plain")
                : arithmetic.get().obstacle();
    }

    /**
     * Returns a kernel for one thread.
     *
     * @throws IllegalStateException if it cannot be had here
     */
    public Kernel kernel(Precision precision) {
        obstacle().ifPresent(reason -> {
            throw new IllegalStateException("kernel " + word() + ": " + reason);
        });
        return provider(resolved().word()).orElseThrow().kernel(precision);
    }

    private static Optional<Arithmetic> provider(String name) {
        return ServiceLoader.load(Arithmetic.class, KernelChoice.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(arithmetic -> arithmetic.name().equals(name))
                .findFirst();
    }
}
