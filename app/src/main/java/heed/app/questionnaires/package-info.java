/** Finds the questionnaires that Heed runs with, and shows them to those who write their own. */
package heed.app.questionnaires;
