/**
 * Shows what patients wrote, to those who were granted the right: of a hospital lately, and before and since a drop.
 */
@NullMarked
package heed.monitoring.page.comments;

import org.jspecify.annotations.NullMarked;
