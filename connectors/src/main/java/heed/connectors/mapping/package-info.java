/**
 * Reads rows as submissions: a mapping (YAML) says which column is what, and rules read the words and codes that people
 * and vendors write. What comes out is checked as any other submission; no problem repeats what a cell says.
 */
@NullMarked
package heed.connectors.mapping;

import org.jspecify.annotations.NullMarked;
