/**
 * Who somebody is: accounts, the passwords and codes that they sign in with, and the sessions that follow. Knows
 * neither pages nor figures; what somebody may is a matter of {@code heed.schemas.access}.
 */
@NullMarked
package heed.monitoring.access;

import org.jspecify.annotations.NullMarked;
