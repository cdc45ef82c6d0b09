/**
 * What commands have in common: options, exit status, refused input, and how text, columns, progress and files of
 * numbers are written to a terminal or a folder. It knows no command.
 *
 * <ul>
 *   <li>Options: {@link ClaimOptions}, which claims and with which changes; {@link RunOptions}, how runs are made and kept.
 *   <li>Ends: {@link ExitStatus}, what the caller is told; {@link BadInput}, refused input.
 *   <li>Printing: {@link Console} shows progress, {@link Columns} breaks lines, {@link PrintableWriter} lets nothing through
 *       that a terminal would obey, {@link SensitivityText} prints what claims would notice. Files: {@link CsvFile}.
 * </ul>
 */
package org.theoremeter.verify.cli.terminal;
