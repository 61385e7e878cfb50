/**
 * Responses read and scores written as bytes and primitives: the pieces that the limit is made of, and that contenders
 * are given which are not measured by how they read and write Avro.
 */
@NullMarked
package heed.bench.flat;

import org.jspecify.annotations.NullMarked;
