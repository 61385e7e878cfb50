/**
 * Brings in figures as they are published: counts and percentages by hospital, expanded to the responses that they
 * stand for. It gives a first view of real hospitals before any of them sends its own feedback, and a check of the
 * whole pipeline: the scores that come out must equal the published figures. Each kind of file has a package of its own
 * below.
 */
@NullMarked
package heed.connectors.published;

import org.jspecify.annotations.NullMarked;
