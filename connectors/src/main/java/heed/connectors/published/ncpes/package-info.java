/** Reads the National Cancer Patient Experience Survey as it is published: a percentage by trust and question. */
@NullMarked
package heed.connectors.published.ncpes;

import org.jspecify.annotations.NullMarked;
