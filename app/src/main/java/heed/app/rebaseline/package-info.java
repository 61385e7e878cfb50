/** Says what is open at a measure and writes a person's act about it. */
package heed.app.rebaseline;
