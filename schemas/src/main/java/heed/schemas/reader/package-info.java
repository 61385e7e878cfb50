/**
 * How output topics are read, once for all who read them: the live page, exports, notifiers, commands and benchmarks.
 * Committed records only, on all partitions, in no consumer group and without leaving a trace.
 *
 * <p>{@link heed.schemas.reader.CommittedReader} follows topics on a thread of its own and waits for whatever is away;
 * {@link heed.schemas.reader.CommittedValues} reads what one topic holds now; both stand on
 * {@link heed.schemas.reader.CommittedRecords}.
 */
@NullMarked
package heed.schemas.reader;

import org.jspecify.annotations.NullMarked;
