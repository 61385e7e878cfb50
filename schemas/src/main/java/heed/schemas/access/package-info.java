/**
 * Who may see and do what: roles, what each may, and the hospitals and units that it holds for. Page, intake and
 * commands ask here, so that a right means the same to all of them.
 */
@NullMarked
package heed.schemas.access;

import org.jspecify.annotations.NullMarked;
