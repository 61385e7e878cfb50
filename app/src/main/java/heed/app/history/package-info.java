/** Watches a hospital's own history, a file of scores, as the pipeline would have watched it live. */
package heed.app.history;
