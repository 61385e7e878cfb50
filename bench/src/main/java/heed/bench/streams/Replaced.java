package heed.bench.streams;

import heed.schemas.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * What a response does to the scores.
 *
 * @param before what counted until now; null where the response is new
 * @param after what counts from now on; null where it was withdrawn
 * @param arrivalMs when it arrived
 */
record Replaced(@Nullable Feedback before, @Nullable Feedback after, long arrivalMs) {}
