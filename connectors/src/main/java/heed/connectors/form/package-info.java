/**
 * The form that patients answer in a browser: whom a link to it is for, and what is asked there. How it looks is for
 * whoever writes its pages.
 */
@NullMarked
package heed.connectors.form;

import org.jspecify.annotations.NullMarked;
