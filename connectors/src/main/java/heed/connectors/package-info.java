/** How feedback comes in and results go out. */
package heed.connectors;
