/** What a user is promised, tried on the built program: real processes, a real broker, a real registry. */
package heed.app.acceptance;
