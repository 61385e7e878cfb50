/** How the pipeline's results and health are seen: what monitoring needs of the running pipeline, and all meters. */
package heed.monitoring;
