/**
 * The main command, verify: its options, the run with what is kept while it lasts, and what is reported of it; and render, which
 * draws its report again.
 *
 * <ul>
 *   <li>Entries: {@link VerifyCommand}, with {@code VerifyOptions}, and {@link RenderCommand}.
 *   <li>The run: {@code ClaimRun} runs claims while {@code PartialResults} prints and keeps verdicts as they come;
 *       {@code RunRecord} keeps what the provenance needs; {@code Interruption} is what happens on Ctrl-C.
 *   <li>Afterwards: {@code RunReport} says what came of it.
 * </ul>
 */
package org.theoremeter.verify.cli.verification;
