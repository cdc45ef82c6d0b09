/** reports. */
package org.theoremeter.reports;
