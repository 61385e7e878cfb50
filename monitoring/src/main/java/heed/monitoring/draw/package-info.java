/**
 * Draws figures. A chart is given numbers and words and knows neither records nor what is good or bad of them; all
 * stand on one {@code Plot}, so that scales, grids and words look and are read the same everywhere. A QR code stands by
 * itself.
 */
@NullMarked
package heed.monitoring.draw;

import org.jspecify.annotations.NullMarked;
