/** What is concluded from feedback: the stream topology and its steps. */
package heed.topology;
