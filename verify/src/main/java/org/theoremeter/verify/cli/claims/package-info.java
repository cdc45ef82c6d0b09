/**
 * Commands about claims that run nothing: list, explain, check, new.
 */
package org.theoremeter.verify.cli.claims;
