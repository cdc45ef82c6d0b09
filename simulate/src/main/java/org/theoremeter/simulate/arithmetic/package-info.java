/**
 * Dense arithmetic on matrices held as rows, fast in plain Java and free of allocation.
 * Only kernels that a profile showed to be hot belong here; everything else uses Hipparchus.
 * They carry the gradients of theory 0.1 and 0.2.
 */
package org.theoremeter.simulate.arithmetic;
