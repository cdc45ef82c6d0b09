/** verify. */
package org.theoremeter.verify;
