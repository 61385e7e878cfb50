/**
 * What may be said of the running pipeline: whether figures are live, what is wrong, and how fresh each hospital is.
 */
@NullMarked
package heed.monitoring.view.pipeline;

import org.jspecify.annotations.NullMarked;
