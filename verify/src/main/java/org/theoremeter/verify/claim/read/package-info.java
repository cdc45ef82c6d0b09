/**
 * The reader of claim files, and of the files of other commands that are written alike. Everything that can be known to
 * be wrong without running is found here, before anything runs, and reported with file, line and column; the built-in
 * catalogue and a user's own file are read by the same reader. A new key is read here, and nowhere else.
 *
 * <ul>
 *   <li>Entry: {@link ClaimReader}, one claim; {@link LossFile} is the file of {@code critical}; {@link Settings} and
 *       {@link ExperimentSettings} are changes from the command line.
 *   <li>One reader a key: {@code GivenReader} ({@code given}), {@code ObserveReader} ({@code observe}), {@code GridReader}
 *       ({@code over}), {@code PredictReader} ({@code predict}), {@code JudgeSettingsReader} ({@code judge}),
 *       {@code ExpectationReader} ({@code expect}), {@code ExemptionsReader} ({@code exempt}), {@code JustificationReader}
 *       ({@code because}); {@code compare} is read in {@code comparison}.
 *   <li>Kinds: {@code ObservedClaimReader} reads claims about observations, {@code DerivationReader} the steps of a derivation;
 *       {@link Derived} finds what other derivations have derived.
 *   <li>{@code Falsified} holds what a claim says would falsify it against its margins.
 * </ul>
 */
package org.theoremeter.verify.claim.read;
