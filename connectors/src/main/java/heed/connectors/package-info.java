/**
 * How feedback comes in: over HTTP ({@code intake}) and from published figures ({@code published}). Both hand their responses to
 * one {@link heed.connectors.FeedbackWriter}, so what "received" means is said in one place: every in-sync replica has it.
 */
package heed.connectors;
