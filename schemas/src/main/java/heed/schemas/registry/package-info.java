/**
 * Asks the schema registry what a schema id means, and registers ours, over Confluent's REST API.
 *
 * <p>It tells two failures apart that a pipeline must treat differently: an id that does not exist is a fact about a
 * record, a registry that does not answer is a broken world. The first refuses the record, the second waits.
 */
@NullMarked
package heed.schemas.registry;

import org.jspecify.annotations.NullMarked;
