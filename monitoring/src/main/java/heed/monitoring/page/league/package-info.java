/** The pages that compare hospitals: by measure, and over all measures of a questionnaire. */
package heed.monitoring.page.league;
