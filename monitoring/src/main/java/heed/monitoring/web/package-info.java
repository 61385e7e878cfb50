/**
 * What every answer over HTTP stands on, page or JSON: who asks and what of the figures they see, names that the server goes
 * by, headers, event streams, health, metrics and files. No page is known here.
 */
package heed.monitoring.web;
