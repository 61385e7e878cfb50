/** How the pipeline's results and health are seen. */
package heed.monitoring;
