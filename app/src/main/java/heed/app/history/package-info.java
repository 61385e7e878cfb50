/** Reads answers that a hospital kept itself, so that the watch can be tried on them without a pipeline. */
package heed.app.history;
