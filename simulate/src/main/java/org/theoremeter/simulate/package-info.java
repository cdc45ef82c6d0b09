/** simulate. */
package org.theoremeter.simulate;
