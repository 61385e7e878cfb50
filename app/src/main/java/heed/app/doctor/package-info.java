/** Says in words what is wrong with the machine, the settings and the servers, and what to do about it. */
package heed.app.doctor;
