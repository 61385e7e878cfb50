/**
 * Which programs may send or read: the keys that they show, what each is good for, and how often. Intake and page ask
 * here, so that a key means the same to both.
 */
@NullMarked
package heed.schemas.program;

import org.jspecify.annotations.NullMarked;
