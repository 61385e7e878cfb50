/**
 * What the pipeline has concluded, held in memory for readers: fed by the output topics alone, so that what is shown is
 * what is committed.
 */
package heed.monitoring.readmodel;
