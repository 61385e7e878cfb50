package heed.connectors.deidentify;

/**
 * Tells NHS numbers from other numbers of ten digits: the last digit is a check on the others, modulus 11, as the NHS
 * Data Dictionary says under NHS NUMBER.
 */
final class NhsNumber {

    private static final int DIGITS = 10;
    private static final int MODULUS = 11;

    private NhsNumber() {}

    /** Tells whether the digits of {@code text}, whatever stands between them, are an NHS number. */
    static boolean isOne(String text) {
        int[] digits = text.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
        if (digits.length != DIGITS) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += digits[i] * (DIGITS - i);
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == digits[DIGITS - 1];
    }
}
