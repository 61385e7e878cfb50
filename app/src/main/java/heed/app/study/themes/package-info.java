/**
 * Makes the theme model from labelled comments, and measures it on those that it was not made from. Nothing of it runs
 * beside the pipeline.
 */
@NullMarked
package heed.app.study.themes;

import org.jspecify.annotations.NullMarked;
