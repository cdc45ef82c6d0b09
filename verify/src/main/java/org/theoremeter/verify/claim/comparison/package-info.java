/**
 * What a claim compares with what, and how close it must come: one record for each way of comparing. They are data; the
 * judges are elsewhere.
 */
package org.theoremeter.verify.claim.comparison;
