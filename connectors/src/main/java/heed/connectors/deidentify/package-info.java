/**
 * Takes out of a patient's words what may tell who somebody is, before they are written anywhere: numbers by checksum
 * and form, addresses of all kinds, dates, and names behind titles and from lists. What it does not find is said in
 * docs/comments.md. Nothing here keeps or logs what it reads.
 */
@NullMarked
package heed.connectors.deidentify;

import org.jspecify.annotations.NullMarked;
