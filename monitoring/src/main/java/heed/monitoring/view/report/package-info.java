/**
 * What may be said of a hospital's month on one page: its figures beside those of the month before and of others, what
 * the watch found, what was done about it, and what people wrote about.
 */
@NullMarked
package heed.monitoring.view.report;

import org.jspecify.annotations.NullMarked;
