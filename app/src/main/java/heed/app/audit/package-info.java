/**
 * Counts the input topic again, by other means than the pipeline's, and compares scores, channels, movements and
 * comparisons of hospitals with what it comes to.
 *
 * <p>It is the oracle of the tests and a user's audit, so it shares no class with the steps that it checks: only what
 * the topics hold, from {@code heed.schemas}, and none of the arithmetic there. A test keeps it so.
 */
@NullMarked
package heed.app.audit;

import org.jspecify.annotations.NullMarked;
