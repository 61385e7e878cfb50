/**
 * Names what records are about, and writes it as the keys of topics: a place, a line of figures, a comparison. No other
 * place joins such names or takes them apart.
 */
@NullMarked
package heed.schemas.key;

import org.jspecify.annotations.NullMarked;
