/**
 * Files that came from elsewhere, read within bounds, and files of our own, written whole or not at all.
 *
 * <p>Only what knows nothing of a file's content may enter: whether it is a file, how large it is, where it lies. It belongs to
 * no section of the theory.
 *
 * <p>{@link RegularFile} reads files that came from elsewhere, {@link AtomicFile} puts our own in their place.
 */
package org.theoremeter.simulate.file;
