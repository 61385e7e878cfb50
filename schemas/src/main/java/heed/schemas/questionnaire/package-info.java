/**
 * Says what was asked and what an answer is worth.
 *
 * <p>Questionnaires are data (YAML), versioned by their id: a changed question is a new version with measures of its
 * own, so that figures of different questions are never pooled.
 */
@NullMarked
package heed.schemas.questionnaire;

import org.jspecify.annotations.NullMarked;
