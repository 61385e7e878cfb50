/**
 * What the pages share: the frame around them, cards, chips and timelines. A page is in a package of its own and sees
 * no other page.
 */
@NullMarked
package heed.monitoring.page;

import org.jspecify.annotations.NullMarked;
