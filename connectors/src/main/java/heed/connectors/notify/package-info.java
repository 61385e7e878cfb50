/**
 * Tells people what has changed: drops, rises, silences and episodes go by routes to receivers, each once for each
 * state, however often this is killed; a receiver that is away is tried again until it takes what there is.
 */
@NullMarked
package heed.connectors.notify;

import org.jspecify.annotations.NullMarked;
