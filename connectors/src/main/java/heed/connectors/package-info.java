/**
 * How feedback comes in: over HTTP ({@code intake}) and from published figures ({@code published}). What a sender says
 * is checked in one place ({@code submission}); all hand their responses to one {@link heed.connectors.FeedbackWriter},
 * so what "received" means is said in one place too: every in-sync replica has it.
 */
@NullMarked
package heed.connectors;

import org.jspecify.annotations.NullMarked;
