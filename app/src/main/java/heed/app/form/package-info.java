/** The pages of the form that patients answer, and the links that lead there, on paper too. */
@NullMarked
package heed.app.form;

import org.jspecify.annotations.NullMarked;
