/** The pages that compare hospitals: by measure, and over all measures of a questionnaire. */
@NullMarked
package heed.monitoring.page.league;

import org.jspecify.annotations.NullMarked;
