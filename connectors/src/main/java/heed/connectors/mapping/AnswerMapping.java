package heed.connectors.mapping;

import heed.schemas.questionnaire.Question;
import java.util.OptionalInt;

/**
 * Says where the answer to a question is from.
 *
 * @param numbers what stands for the first answer of the questionnaire, where numbers count its answers
 */
record AnswerMapping(Question question, FieldMapping field, OptionalInt numbers) {}
