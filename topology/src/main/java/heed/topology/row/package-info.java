/** Writes values as bytes and reads them: rows of the changelogs, and what a detector keeps. */
package heed.topology.row;
