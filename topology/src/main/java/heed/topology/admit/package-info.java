/**
 * Decodes and judges what arrives: a record either becomes a response or goes, with its reason, to the rejected topic.
 *
 * <p>Nothing here remembers anything of a record that is rejected but the tally, so it can be sent again and then
 * count. What is remembered of the others is where they came from: how many places there are is the operator's to say,
 * not the senders'.
 */
@NullMarked
package heed.topology.admit;

import org.jspecify.annotations.NullMarked;
