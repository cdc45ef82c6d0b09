package org.theoremeter.simulate.kernel;

import java.util.Optional;

/** Provides kernels of one kind; found by {@link java.util.ServiceLoader}, so that what is not on the class path is not missed. */
public interface Arithmetic {

    /** Returns the name under which results record it. */
    String name();

    /** Returns why it cannot be used on this Java machine and what would be accepted, or nothing. */
    Optional<String> obstacle();

    /** Returns a kernel for one thread; called only when there is no obstacle. */
    Kernel kernel(Precision precision);
}
