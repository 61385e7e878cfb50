/** The page of all hospitals: who needs attention, and how each stands. */
@NullMarked
package heed.monitoring.page.overview;

import org.jspecify.annotations.NullMarked;
