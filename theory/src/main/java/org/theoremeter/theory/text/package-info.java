/**
 * Names and words: how a text is quoted in a message, which name was probably meant, how a symbol's name is taken apart
 * into letters, index and accents. Nothing here knows a formula; every room may use it.
 */
package org.theoremeter.theory.text;
