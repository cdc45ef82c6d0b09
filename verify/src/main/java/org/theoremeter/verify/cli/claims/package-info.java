/**
 * Commands about claims that run nothing: list, explain, check, new.
 *
 * <p>{@link ListCommand}, {@link ExplainCommand}, {@link CheckCommand} and {@link NewCommand}, one a command.
 */
package org.theoremeter.verify.cli.claims;
