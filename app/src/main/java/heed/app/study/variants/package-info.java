/**
 * Tries other detectors than the watch that the pipeline has, on the same simulated answers; never part of the tests.
 *
 * <p>{@link heed.app.study.variants.TrialWatch} is the watch again, in short and for answers in order, made of parts
 * that can be exchanged. With no part exchanged it is held to the pipeline's own class, alarm by alarm.
 */
@NullMarked
package heed.app.study.variants;

import org.jspecify.annotations.NullMarked;
