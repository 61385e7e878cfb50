/**
 * Watches a theme's share of what people write by the detector that watches scores: connectors, which count the themes,
 * and topology, which has the detector, know nothing of each other.
 */
@NullMarked
package heed.app.share;

import org.jspecify.annotations.NullMarked;
