/**
 * Says what travels between the parts: Avro contracts, topics, keys and the reasons of refusal.
 *
 * <p>It depends on no other module, so that a data team can take it alone and read every topic.
 */
package heed.schemas;
