/** Writes values as bytes and reads them: rows of the changelogs, and what a detector keeps. */
@NullMarked
package heed.topology.row;

import org.jspecify.annotations.NullMarked;
