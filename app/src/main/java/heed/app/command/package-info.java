/** The heed command and its subcommands: each reads the settings, wires what it needs, runs it and says what came of it. */
package heed.app.command;
