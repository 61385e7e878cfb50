/** The page of all hospitals: who needs attention, and how each stands. */
package heed.monitoring.page.overview;
