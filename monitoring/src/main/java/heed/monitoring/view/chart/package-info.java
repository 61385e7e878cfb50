/** Says what the chart of a line shows: its points, and how all hospitals moved beside it. */
@NullMarked
package heed.monitoring.view.chart;

import org.jspecify.annotations.NullMarked;
