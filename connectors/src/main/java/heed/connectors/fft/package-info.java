/**
 * Brings in the Friends and Family Test as it is published: counts by trust and month, expanded to the responses that they
 * count. It gives a first view of real hospitals before any of them sends its own feedback, and a check of the whole
 * pipeline: the scores that come out must equal the published figures.
 */
package heed.connectors.fft;
