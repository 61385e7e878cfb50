/** Where log lines go: the console stays quiet, a bounded file under the data directory gets everything. */
package heed.app.logs;
