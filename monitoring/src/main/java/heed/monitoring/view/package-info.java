/**
 * What may be said of what the read model holds, without markup: judgement, names and phrases. Pages and API both stand on
 * it, so that they say the same.
 */
package heed.monitoring.view;
