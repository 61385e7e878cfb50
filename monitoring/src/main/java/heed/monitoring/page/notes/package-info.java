/** Notes that staff write on a hospital's charts: which there are, a new one, and one taken away. */
@NullMarked
package heed.monitoring.page.notes;

import org.jspecify.annotations.NullMarked;
