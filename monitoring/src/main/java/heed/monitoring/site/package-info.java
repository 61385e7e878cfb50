/** All pages, the API and what an operator asks, on one server. */
package heed.monitoring.site;
