package heed.connectors.deidentify;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Lists the forms that identifiers are written in, the surest first: what an earlier one takes, no later one does.
 * Repetitions are bounded, so that no text takes long.
 */
final class IdentifierForms {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf"
                    + "|awst|medi|hydref|tachwedd|rhagfyr)";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?";
    private static final String STREET =
            "(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|court|place|terrace|gardens|grove|way|square"
                    + "|row|mews|rise|parade|villas)";
    private static final String WELSH_STREET = "(?:heol|stryd|ffordd|lôn|lon|maes|rhodfa)";

    /**
     * A form, and what tells identifiers from what is only written like one. Of a pattern with a group named it, that
     * is taken.
     *
     * @param sign what a text must have, or nothing in it is looked for
     */
    record Form(IdentifierKind kind, Pattern pattern, Sign sign, Predicate<String> isOne) {}

    /** What a text must have for an identifier to be in it: most have none, and are soon through. */
    enum Sign {
        DIGIT,
        AT,
        DOT,
        LINK,
        SPELT,
        ANY;

        boolean isIn(String text) {
            return switch (this) {
                case DIGIT -> text.chars().anyMatch(c -> c >= '0' && c <= '9');
                case AT -> text.indexOf('@') >= 0 || text.contains("at)") || text.contains("at]");
                case DOT -> text.indexOf('.') >= 0;
                case LINK -> text.contains("://") || text.contains("www.") || text.contains("WWW.");
                case SPELT -> text.contains(" dot ");
                case ANY -> true;
            };
        }
    }

    static final List<Form> ALL = List.of(
            of(
                    IdentifierKind.EMAIL,
                    Sign.AT,
                    "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\])\\s?(?:[\\p{L}\\p{N}-]{1,63}\\.){1,4}\\p{L}{2,24}"),
            of(
                    IdentifierKind.EMAIL,
                    Sign.SPELT,
                    "(?<![\\w.+-])[\\w.+-]{1,64} at [\\w-]{1,63} dot (?:com|co|org|net|uk|nhs)(?: dot [a-z]{2,6})?\\b"),
            of(IdentifierKind.URL, Sign.LINK, "\\b(?:https?://|www\\.)[^\\s<>\"]{1,300}"),
            of(
                    IdentifierKind.URL,
                    Sign.DOT,
                    "\\b(?:[a-z0-9-]{1,63}\\.){1,4}(?:com|org|net|uk|info|eu|wales|cymru|scot)\\b(?:/[^\\s<>\"]{0,300})?"),
            of(IdentifierKind.URL, Sign.DOT, "\\b(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,6}/[^\\s<>\"]{1,300}"),
            of(IdentifierKind.URL, Sign.AT, "(?<![\\p{L}\\p{N}.@])@[a-z0-9_]{2,30}\\b"),
            of(
                    IdentifierKind.NATIONAL_INSURANCE,
                    Sign.DIGIT,
                    "\\b[a-ceghj-prtw-z][a-ceghj-nprtw-z](?:[ -]?\\d{2}){3}[ -]?[a-d]\\b"),
            of(IdentifierKind.PHONE, Sign.DIGIT, "(?<![\\d+])(?:\\+|00)\\d{1,3}(?:[ ()./-]{0,3}\\d){6,13}(?!\\d)"),
            of(IdentifierKind.PHONE, Sign.DIGIT, "(?<!\\d)\\(?0(?:[ ()./-]{0,3}\\d){9,10}(?!\\d)"),
            of(IdentifierKind.NHS_NUMBER, Sign.DIGIT, "(?<!\\d)(?:\\d[ .-]{0,2}){9}\\d(?!\\d)", NhsNumber::isOne),
            of(
                    IdentifierKind.DATE,
                    Sign.DIGIT,
                    "(?<!\\d)(?:\\d{1,2}([/. -])\\d{1,2}\\1(?:19|20)\\d{2}|\\d{1,2}([/.-])\\d{1,2}\\2\\d{2}|(?:19|20)\\d{2}([/. -])\\d{1,2}\\3\\d{1,2})(?!\\d)"),
            of(
                    IdentifierKind.DATE,
                    Sign.DIGIT,
                    "\\b" + DAY + "(?: of)?[ .,/-]{0,2}" + MONTH + "[ .,/-]{0,2}(?:(?:19|20)\\d{2}|'?\\d{2})\\b"),
            of(
                    IdentifierKind.DATE,
                    Sign.DIGIT,
                    "\\b" + MONTH + "[ .,/-]{1,2}" + DAY + "[ .,/-]{1,2}(?:19|20)\\d{2}\\b"),
            of(
                    IdentifierKind.DATE,
                    Sign.ANY,
                    "\\b(?:born|dob|d\\.o\\.b\\.?|date of birth|birthday|ganwyd|ganed|dyddiad geni)\\b(?:[ :,.]|on|in|is|was|the|ar|yn){0,8}?(?<it>"
                            + "(?:" + DAY + "(?: of)?[ .,/-]{1,2})?" + MONTH + "(?:[ .,/-]{1,2}\\d{2,4})?"
                            + "|" + MONTH + " " + DAY + "|(?:19|20)\\d{2})\\b"),
            of(
                    IdentifierKind.ADDRESS,
                    Sign.DIGIT,
                    "\\b(?:(?:flat|apartment|apt|unit) \\d{1,4}[a-z]?,? )?\\d{1,4}[a-z]?,? {1,2}(?-i:\\p{Lu}[\\p{L}'’-]{1,20} {1,2}){1,3}"
                            + STREET + "\\b"),
            of(
                    IdentifierKind.ADDRESS,
                    Sign.DIGIT,
                    "\\b\\d{1,4}[a-z]?,? (?!hours?|hrs?|minutes?|mins?|miles?|weeks?|days?|months?|years?)[\\p{L}'’-]{2,20} (?:street|road|avenue|lane|crescent|terrace|gardens|grove|mews)\\b"),
            of(
                    IdentifierKind.ADDRESS,
                    Sign.DIGIT,
                    "\\b\\d{1,4}[a-z]?,? " + WELSH_STREET
                            + " (?-i:\\p{Lu})[\\p{L}'’-]{1,20}(?: (?-i:\\p{Lu})[\\p{L}'’-]{1,20})?"),
            of(
                    IdentifierKind.POSTCODE,
                    Sign.DIGIT,
                    "\\b(?:gir ?0aa|(?:[a-pr-uwyz][0-9]{1,2}|[a-pr-uwyz][a-hk-y][0-9](?:[0-9]|[abehmnprv-y])?|[a-pr-uwyz][0-9][a-hjkps-uw])"
                            + " {0,2}(?!(?-i:1st|2nd|3rd))[0-9][abd-hjlnp-uw-z]{2})\\b"),
            of(
                    IdentifierKind.POSTCODE,
                    Sign.DIGIT,
                    "\\bpost ?code\\W{1,3}(?:is |was )?(?<it>[a-z]{1,2}[0-9]{1,2}[a-z]?)\\b"),
            of(
                    IdentifierKind.PHONE,
                    Sign.DIGIT,
                    "\\b(?:tel(?:ephone)?|phone|mobile|mob|ring|call|text|ffôn)\\b(?: me| us| her| him)?(?: on| at| number| no)?[.: ]{0,3}(?<it>\\d(?:[ -]?\\d){4,12})(?!\\d)"),
            of(
                    IdentifierKind.PHONE,
                    Sign.DIGIT,
                    "\\b(?:ext(?:ension)?|bleep|pager)\\b\\.?[ :]{0,2}(?:no\\.?|number)?[ :]{0,2}(?<it>\\d{3,6})\\b"),
            of(
                    IdentifierKind.NUMBER,
                    Sign.DIGIT,
                    "\\b(?:hospital|patient|record|reference|ref|case|ticket|booking|appointment|account|passport|licence|claim|mrn|crn|nhs|pas|rhif)\\b"
                            + "[ .:#]{0,2}(?:(?:number|num|no|id|ref)\\b)?\\.?(?: is| was| yw)?[ :#.]{0,3}"
                            + "(?<it>[a-z]{0,3}[ -]?\\d[\\da-z]{0,3}(?:[/ -]?\\d){3,11}[a-z]?)\\b"),
            of(
                    IdentifierKind.NUMBER,
                    Sign.DIGIT,
                    "(?<![\\p{N}.,£$€])[a-z]{0,3}\\d(?:[ /-]?\\d){6,15}[a-z]?(?!\\p{N})"));

    private IdentifierForms() {}

    private static Form of(IdentifierKind kind, Sign sign, String pattern) {
        return of(kind, sign, pattern, any -> true);
    }

    private static Form of(IdentifierKind kind, Sign sign, String pattern, Predicate<String> isOne) {
        return new Form(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), sign, isOne);
    }
}
