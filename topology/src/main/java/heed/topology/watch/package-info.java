/**
 * Takes responses to the detectors of their measures, keeps the detectors' state and says what they find as records:
 * drops, rises and what is usual.
 *
 * <p>What a drop is, is decided in {@code heed.topology.detect}; here is which measures are watched, by what time and
 * how strictly, and which acts of people change what is usual.
 */
@NullMarked
package heed.topology.watch;

import org.jspecify.annotations.NullMarked;
