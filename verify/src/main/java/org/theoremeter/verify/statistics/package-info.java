/**
 * Intervals for means, slopes and orders, from few seeds.
 *
 * <p>Distributions come from Commons Math; nothing here assumes more than independent seeds. Each class says which
 * interval it gives and what it takes for granted.
 */
package org.theoremeter.verify.statistics;
