package heed.connectors.form;

/**
 * Holds what the form is served by.
 *
 * @param links reads whom a link is for
 * @param pages writes its pages
 */
public record Forms(FormLinks links, FormPages pages) {}
