/**
 * Counts answers by the channel that they came through, by hospital and day: whoever reads a score wants to know who
 * was asked how, since people rate otherwise by text message than face to face.
 */
@NullMarked
package heed.topology.channel;

import org.jspecify.annotations.NullMarked;
