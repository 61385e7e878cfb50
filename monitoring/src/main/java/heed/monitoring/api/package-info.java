/**
 * What the pages show as JSON and CSV, for programs and spreadsheets: from the same figures and by the same judgement,
 * but unrounded. It shows nothing that the pages would not.
 */
@NullMarked
package heed.monitoring.api;

import org.jspecify.annotations.NullMarked;
