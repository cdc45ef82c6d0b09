/**
 * Places in files that users wrote, and the fault that points at one. Whatever reads a file says with them where it is
 * wrong.
 */
package org.theoremeter.verify.claim.source;
