/**
 * Reads a file of rows, whichever way it was exported: CSV, TSV or a JSON object a line, in the encodings that there
 * are. What can't be read right is refused in a sentence with its line.
 */
@NullMarked
package heed.connectors.table;

import org.jspecify.annotations.NullMarked;
