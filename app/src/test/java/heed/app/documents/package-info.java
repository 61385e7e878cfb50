/** Holds what a user reads to what is declared. */
package heed.app.documents;
