/**
 * The file in which runs are kept: an SQLite database with write-ahead log, shared by all processes of a user. What was written
 * stays when a process is killed; two processes never make the same run at once.
 * A new kind of row is a table in {@code Schema} and methods in {@link Database}; nothing here knows what a run is but its hash.
 * It serves every section of the theory alike.
 *
 * <ul>
 *   <li>Entry: {@link Database} opens a file, keeps and finds {@link KeptRun}s and {@link Sweeping}s, and lends runs to processes.
 *   <li>Parts: {@code Connecting} opens the file; {@code Schema} makes the tables or refuses a file of another kind or version;
 *       {@code Transactions} asks and changes, whole or not at all; {@code Loans} says which process makes which run, and {@code
 *       Lender} which processes live; {@link DatabaseException} says what went wrong with the file, and what to do.
 * </ul>
 */
package org.theoremeter.simulate.sweep.database;
