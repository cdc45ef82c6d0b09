/**
 * What a law is: a prediction of the theory under a name. The laws themselves live in one package a family, and {@link
 * org.theoremeter.theory.Laws} lists them all; nothing else enters here. Sections 1 to 5 of the theory are their sources.
 *
 * <p>{@link Law} is all there is.
 */
package org.theoremeter.theory.law;
