/** Says in words what is wrong with the machine, the settings and the servers, and what to do about it. */
@NullMarked
package heed.app.doctor;

import org.jspecify.annotations.NullMarked;
