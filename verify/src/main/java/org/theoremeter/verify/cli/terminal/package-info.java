/**
 * What commands have in common: options, exit status, refused input, and how text, columns, progress and files of
 * numbers are written to a terminal or a folder. It knows no command.
 */
package org.theoremeter.verify.cli.terminal;
