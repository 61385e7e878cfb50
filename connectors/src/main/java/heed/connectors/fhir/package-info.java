/**
 * Responses as FHIR R4 has them: which QuestionnaireResponses are taken, what of them is what by a mapping, and what is
 * wrong with them by element. HAPI knows the standard's definitions; nothing here knows HTTP, and nothing of what a
 * patient said is in what is found wrong.
 */
@NullMarked
package heed.connectors.fhir;

import org.jspecify.annotations.NullMarked;
