/** The page for readers of many wards: a list of fallen lines with a stated share of false ones. */
@NullMarked
package heed.monitoring.page.many;

import org.jspecify.annotations.NullMarked;
