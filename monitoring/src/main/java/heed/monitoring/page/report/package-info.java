/** The page that a board is given: a hospital's month. */
@NullMarked
package heed.monitoring.page.report;

import org.jspecify.annotations.NullMarked;
