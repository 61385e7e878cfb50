/** Holds docker-compose.yml, which no test can start, to what it must be. */
package heed.app.compose;
