/**
 * Formulas as immutable trees: read, differentiated, substituted, compiled and shown. What enters is text in the
 * grammar of {@code Formula.g4} or trees built by hand; nothing here reaches a computer algebra system. Every law of
 * the theory, from section 1 on, is written with it.
 * What a function is (its names, its value, its derivative) stands in {@code ElementaryFunction} alone; what else must be known
 * of it, and where, says {@code docs/architecture.md}.
 *
 * <p>One package holds the kinds of {@link org.theoremeter.theory.symbolic.Expression}, because a sealed type's kinds
 * must share a package, and with them what an expression offers of itself (its reader, its derivative, its compiled
 * form and its texts), because each of these visits every kind and is called by the expression. What only uses
 * expressions lives in the packages below: {@code term} (integrals, sums, limits), {@code matrix}, {@code region}
 * (where symbols lie), {@code numeric} (evaluation), {@code enclosure} and {@code precision} (rigorous numbers), {@code
 * exact} (exact arithmetic), {@code algebra} (equality). {@code grammar} and {@code bytecode} lie beneath and know no
 * formula.
 *
 * <p>Who does what:
 *
 * <ul>
 *   <li>Kinds of {@link Expression}: {@link Numeral}, {@link Symbol}, {@link Constant}, {@link Negation}, {@link Operation}
 *       with an {@link Operator}, {@link Call} of an {@link ElementaryFunction}, and {@link Piecewise}, whose branches have a
 *       {@link Condition} with a {@link Relation}. An {@link ExpressionVisitor} has a method a kind. An {@link Endpoint} is an
 *       expression or infinity.
 *   <li>Reading: {@code FormulaReader} has the text parsed, {@code TreeBuilder} builds the tree.
 *   <li>Working: {@link Tidy} joins expressions and drops what is superfluous, {@code ParsedSlopes} has the derivatives of the
 *       functions, {@code SymbolCollector} the names of free symbols; {@link TreeSize} counts nodes and gives up where nobody
 *       could work with a tree any more.
 *   <li>Computing: {@link Compilation} writes the bytecode of a formula, which {@code CompiledExpression} holds as a class.
 *   <li>Writing: {@code TextWriter} in the grammar it is read in, {@code UnicodeWriter} for a terminal, {@link TexWriter} and
 *       {@link MathMlWriter} for pages; {@link Precedence} says where brackets are needed.
 * </ul>
 */
package org.theoremeter.theory.symbolic;
