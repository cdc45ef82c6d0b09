/**
 * What happens: networks are built and trained, reduced dynamics are run, and what they did is measured.
 * Whoever wants an observation enters through {@link org.theoremeter.simulate.catalogue.Experiments} and runs many
 * runs through {@link org.theoremeter.simulate.sweep.Sweep}; nothing here knows of claims or verdicts.
 * Sections 0 and 1 of the theory.
 */
package org.theoremeter.simulate;
