/**
 * Tells a fall of the score from a change in who answers: direct standardisation over the channel, the language and the
 * age band.
 *
 * <p>A score is a mean over whoever answered. Where those who answer by text message are harder to please, more text
 * messages alone lower it. So each watched key counts its answers by category too, and at a drop the fall is told
 * twice: as counted, and with each category weighted as before. Integers and arithmetic only: no clock, no randomness.
 */
@NullMarked
package heed.topology.detect.mix;

import org.jspecify.annotations.NullMarked;
