/**
 * Writes markup that is safe to send, from text that may contain anything, and the pieces that every page is made of.
 */
@NullMarked
package heed.monitoring.html;

import org.jspecify.annotations.NullMarked;
