/**
 * Decodes and judges what arrives: a record either becomes a response or goes, with its reason, to the rejected topic.
 *
 * <p>Nothing here remembers anything but the tally, so a rejected record can be sent again and then count.
 */
@NullMarked
package heed.topology.admit;

import org.jspecify.annotations.NullMarked;
