package heed.schemas.questionnaire;

/** Names one answer that a question offers: its code on the wire and its words for a reader. */
public record Option(String code, String text) {}
