/** Says who answered: what respondents are told apart by, the same for every step that counts them. */
@NullMarked
package heed.topology.respondent;

import org.jspecify.annotations.NullMarked;
