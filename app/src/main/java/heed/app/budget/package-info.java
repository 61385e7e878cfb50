/** Says how often chance alone may disturb whom, from the settings to a sentence. */
package heed.app.budget;
