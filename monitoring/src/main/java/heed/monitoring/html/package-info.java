/** Writes markup that is safe to send, from text that may contain anything, and the pieces that every page is made of. */
package heed.monitoring.html;
