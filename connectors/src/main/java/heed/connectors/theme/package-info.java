/**
 * Says what a comment is about and how its writer felt, by a model that comes with Heed: a table of terms and weights,
 * without a network or a library. {@code app.study.themes} makes it.
 */
@NullMarked
package heed.connectors.theme;

import org.jspecify.annotations.NullMarked;
