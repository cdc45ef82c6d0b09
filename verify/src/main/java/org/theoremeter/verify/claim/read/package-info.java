/**
 * The reader of claim files, and of the files of other commands that are written alike. Everything that can be known to
 * be wrong without running is found here, before anything runs, and reported with file, line and column; the built-in
 * catalogue and a user's own file are read by the same reader. A new key is read here, and nowhere else.
 */
package org.theoremeter.verify.claim.read;
