/** The page of the pipeline, for the engineer who was woken. */
package heed.monitoring.page.pipeline;
