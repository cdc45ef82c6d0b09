package org.theoremeter.verify.junit;

/** What a project writes; run by {@link ClaimTestsTest} on class paths of its own. */
class SampleTheory extends ClaimTests {}
