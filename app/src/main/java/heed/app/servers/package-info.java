/** Which Kafka and which schema registry Heed works with: its own, started with it, or some that exist. */
package heed.app.servers;
