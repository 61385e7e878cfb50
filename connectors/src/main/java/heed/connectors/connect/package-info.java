/**
 * A source connector of Kafka Connect: files of rows in a directory become responses by the mappings and the reader of
 * {@code ./heed import}, each once, for who runs Connect already. A worker loads it as a plugin; Heed itself does not
 * use it.
 */
@NullMarked
package heed.connectors.connect;

import org.jspecify.annotations.NullMarked;
