/**
 * Names and words: how a text is quoted in a message, which name was probably meant, how a symbol's name is taken apart
 * into letters, index and accents. Nothing here knows a formula; every room may use it.
 *
 * <ul>
 *   <li>Messages: {@link Quotation} quotes what a user wrote, {@link Nearest} finds the name that was meant.
 *   <li>Typesetting: {@link SymbolName} takes a symbol's name apart, {@link TexLetters} has the letters that LaTeX sets.
 * </ul>
 */
package org.theoremeter.theory.text;
