/**
 * What may be said of a line of figures as an SPC chart: which weeks or months, which limits, and what they show in
 * words.
 */
@NullMarked
package heed.monitoring.view.spc;

import org.jspecify.annotations.NullMarked;
