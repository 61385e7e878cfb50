package heed.connectors.form;

import java.util.OptionalInt;

/**
 * Holds what the form is served by.
 *
 * @param links reads whom a link is for
 * @param pages writes its pages
 * @param longestComment how many characters may be written where a questionnaire asks for words; nothing where the form
 *     asks for none
 */
public record Forms(FormLinks links, FormPages pages, OptionalInt longestComment) {}
