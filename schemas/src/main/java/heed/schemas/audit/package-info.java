/** Who did what: which entries of the audit somebody asks for, and how each is said. */
@NullMarked
package heed.schemas.audit;

import org.jspecify.annotations.NullMarked;
