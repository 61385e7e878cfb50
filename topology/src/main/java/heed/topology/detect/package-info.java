/**
 * Finds drops: falls of a measure that chance would show no more often than a stated budget allows.
 *
 * <p>The method is a mixture of three Shiryaev-Roberts statistics, tuned to falls of .05, .10 and .20. Each asks how
 * much likelier the answers are if the score fell at some recent moment than if nothing changed, under the exponential
 * tilt of the key's own learned distribution; answers of one day count as fewer, because they tend to move together.
 * All of it is a function of the answers alone: no clock, no randomness, only {@link java.lang.StrictMath}, so a replay
 * gives the same drops bit for bit.
 */
@NullMarked
package heed.topology.detect;

import org.jspecify.annotations.NullMarked;
