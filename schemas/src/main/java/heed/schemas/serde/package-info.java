/**
 * Turns records into bytes and back in Confluent's wire format: a zero byte, the schema id in four bytes, Avro binary.
 *
 * <p>Two implementations stand behind {@link heed.schemas.serde.TopicSerdes}: our own, which needs nothing but Avro,
 * and Confluent's, for those who run it everywhere else. Both write the same bytes.
 */
@NullMarked
package heed.schemas.serde;

import org.jspecify.annotations.NullMarked;
