/**
 * Counts answers by the channel that they came through, by hospital and day: whoever reads a score wants to know who was asked
 * how, since people rate otherwise by text message than face to face.
 */
package heed.topology.channel;
