/** Measures how soon a response is seen by many browsers at once, in the program as it is delivered. */
package heed.bench.page;
