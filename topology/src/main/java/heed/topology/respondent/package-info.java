/** Says who answered: what respondents are told apart by, the same for every step that counts them. */
package heed.topology.respondent;
