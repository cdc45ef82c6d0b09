/**
 * What a JSON file must look like before anything of it is believed: every key, the type and the range of every value.
 *
 * <p>Only what knows no file format may enter; the formats themselves are declared beside the records that they hold. It belongs
 * to no section of the theory.
 */
package org.theoremeter.verify.json;
