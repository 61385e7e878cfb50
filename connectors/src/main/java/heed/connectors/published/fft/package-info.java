/** Reads the Friends and Family Test as it is published: counts by trust and month. */
package heed.connectors.published.fft;
