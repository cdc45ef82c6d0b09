/** theory. */
package org.theoremeter.theory;
