/**
 * What happens: networks are built and trained, reduced dynamics are run, and what they did is measured.
 * Whoever wants an observation enters through {@link org.theoremeter.simulate.catalogue.Experiments} and runs many
 * runs through {@link org.theoremeter.simulate.sweep.Sweep}; nothing here knows of claims or verdicts.
 * Every section of the theory is held against what happens here.
 */
package org.theoremeter.simulate;
