/**
 * Labels what patients wrote on a topic of its own, without a word of it, and counts it by hospital, week and theme on
 * another, in steps that give no single comment away. Both follow from the comments that there are and their order: at
 * every start they are read anew, and what differs is written.
 */
@NullMarked
package heed.connectors.theme.weeks;

import org.jspecify.annotations.NullMarked;
