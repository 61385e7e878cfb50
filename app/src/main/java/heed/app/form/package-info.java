/** The pages of the form that patients answer, and the keys by which this and other links are known. */
@NullMarked
package heed.app.form;

import org.jspecify.annotations.NullMarked;
