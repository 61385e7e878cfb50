package heed.schemas.questionnaire;

/** Holds the question that is answered in one's own words: its code, which goes with the words, and how it is asked. */
public record CommentQuestion(String code, String text) {}
