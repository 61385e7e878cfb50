/** The page of the pipeline, for the engineer who was woken. */
@NullMarked
package heed.monitoring.page.pipeline;

import org.jspecify.annotations.NullMarked;
