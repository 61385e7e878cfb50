/**
 * Says a finished page in the language that its reader chose. Pages are written in English; every word of ours on them
 * is looked up in one catalogue as they are sent, so that no page knows of languages.
 */
@NullMarked
package heed.monitoring.language;

import org.jspecify.annotations.NullMarked;
