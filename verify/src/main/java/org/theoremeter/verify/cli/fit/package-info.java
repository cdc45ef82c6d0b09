/**
 * Commands that fit: critical rates from counts of who learned, and predictions for a user's own parameters.
 */
package org.theoremeter.verify.cli.fit;
