/** What every answer over HTTP stands on, page or JSON: who asks, and what of the figures they see. */
package heed.monitoring.web;
