/** Where the program starts. */
package heed.app;
