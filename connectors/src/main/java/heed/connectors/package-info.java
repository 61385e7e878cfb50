/**
 * How feedback comes in: over HTTP ({@code intake}), as a history of real days ({@code backfill}) and from published
 * figures ({@code published}). What a sender says is read in one place ({@code json}) and checked in one
 * ({@code submission}); all hand their responses to one {@link heed.connectors.FeedbackWriter}, so what "received"
 * means is said in one place too: every in-sync replica has it.
 */
@NullMarked
package heed.connectors;

import org.jspecify.annotations.NullMarked;
