/** Every setting, declared once: where its value may come from, what it may be, and how a wrong one is refused. */
package heed.app.settings;
