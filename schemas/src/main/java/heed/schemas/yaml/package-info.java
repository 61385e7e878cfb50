/** Reads YAML as a tree that knows its lines, so that whoever finds something wrong in a file can say where. */
@NullMarked
package heed.schemas.yaml;

import org.jspecify.annotations.NullMarked;
