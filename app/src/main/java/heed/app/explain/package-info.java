/** Explains one drop: what was found, on what it stands, and how to check it. */
package heed.app.explain;
