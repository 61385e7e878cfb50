/**
 * The live page: rendered here as plain tables and drawings, then kept up to date by server-sent events where the browser
 * runs scripts.
 */
package heed.monitoring.page;
