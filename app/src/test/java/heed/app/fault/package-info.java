/** What Heed does on machines that are not as they should be: it works, or says in a sentence why it does not. */
package heed.app.fault;
