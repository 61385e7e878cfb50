/** The heed command: reads the settings, wires the modules, runs them. */
package heed.app;
