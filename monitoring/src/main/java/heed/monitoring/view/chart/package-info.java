/** Says which days a chart shows, how finely, and what may be said of them. */
@NullMarked
package heed.monitoring.view.chart;

import org.jspecify.annotations.NullMarked;
