/** Finds the hospitals of an installation. */
package heed.app.hospitals;
