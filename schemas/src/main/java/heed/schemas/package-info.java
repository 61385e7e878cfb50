/**
 * Holds the records that travel between the parts, generated from the Avro contracts, and nothing else: topics, keys,
 * names and reasons of refusal have packages of their own.
 *
 * <p>The module depends on no other, so that a data team can take it alone and read every topic.
 */
package heed.schemas;
