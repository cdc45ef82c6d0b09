/**
 * What is predicted: formulas, reduced dynamics and laws of learning in recurrent networks. Its packages know no
 * network and no simulation, and nothing of the other modules enters. It covers the theory from section 1 on.
 *
 * <p>{@link Laws} lists the laws, each family in a package of its own; {@code law} says what a law is.
 */
package org.theoremeter.theory;
