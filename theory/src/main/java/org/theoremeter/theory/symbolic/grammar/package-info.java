/**
 * The parser that ANTLR generates from {@code Formula.g4}, and the base class that bounds its recursion. Only
 * generated code and that base class enter; {@code symbolic} alone uses them. It is the language in which every
 * law of the theory is written down.
 */
package org.theoremeter.theory.symbolic.grammar;
