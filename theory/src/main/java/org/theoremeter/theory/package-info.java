/**
 * What is predicted: formulas, reduced dynamics and laws of learning in recurrent networks. Its packages know no
 * network and no simulation, and nothing of the other modules enters. It covers the theory from section 1 on.
 */
package org.theoremeter.theory;
