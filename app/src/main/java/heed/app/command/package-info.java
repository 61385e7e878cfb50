/**
 * The heed command and its subcommands: each reads the settings, wires what it needs, runs it and says what came of it.
 */
@NullMarked
package heed.app.command;

import org.jspecify.annotations.NullMarked;
