package org.example;

import org.theoremeter.verify.junit.ClaimTests;

/** Every claim under src/test/resources/claims is a test of this class. */
class TheoryTest extends ClaimTests {}
