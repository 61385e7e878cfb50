/**
 * Says what may name something: the codes that hospitals, units, questions and answers go by, and what was meant by a
 * name that is none.
 */
@NullMarked
package heed.schemas.name;

import org.jspecify.annotations.NullMarked;
