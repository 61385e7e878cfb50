/** What is said on the wire: contracts, topics, serdes. */
package heed.schemas;
