/**
 * What administrators see and do: who did what, who may sign in, which programs have keys. Tells nothing of patients,
 * and of hospitals their codes.
 */
@NullMarked
package heed.monitoring.page.admin;

import org.jspecify.annotations.NullMarked;
