/** Contenders that are written with Kafka Streams. */
@NullMarked
package heed.bench.streams;

import org.jspecify.annotations.NullMarked;
