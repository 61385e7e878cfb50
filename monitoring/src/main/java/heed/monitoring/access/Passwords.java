package heed.monitoring.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Makes of a password what it can be checked by, and checks it: Argon2id with 19 MiB, two passes and one lane, the
 * least that OWASP's Password Storage Cheat Sheet asks for, written as a PHC string. What was written with other costs
 * is checked with those.
 */
public final class Passwords {

    /** Fewest characters of a password that somebody chooses. */
    public static final int LEAST = 12;
    /** Most characters, so that nobody has pages of text hashed. */
    public static final int MOST = 200;

    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int FIRST_GROUPS = 4;
    private static final int LEAST_DIFFERENT = 5;
    /** Each hash at work holds 19 MiB. */
    private static final int AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 10;

    private final SecureRandom random;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys;

    /** Takes where salts and first passwords come from. */
    public Passwords(SecureRandom random) {
        this.random = random;
        this.nobodys = hashed(first());
    }

    /** Returns a password to give somebody, who then chooses their own: 20 characters, about 99 bits. */
    public String first() {
        return ClearLetters.random(FIRST_GROUPS, random);
    }

    /** Returns what to mend before somebody can have a password; nothing where they can. */
    public static Optional<Problem> problem(String password, String accountName) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST) {
            return Optional.of(Problem.SHORT);
        }
        if (length > MOST) {
            return Optional.of(Problem.LONG);
        }
        boolean one = password.codePoints().distinct().count() < LEAST_DIFFERENT;
        return one || password.toLowerCase(Locale.ROOT).contains(accountName)
                ? Optional.of(Problem.GUESSED)
                : Optional.empty();
    }

    /** What is wrong with a password that somebody chose. */
    public enum Problem {
        SHORT,
        LONG,
        GUESSED
    }

    /** Returns what {@code password} is checked by. */
    public String hashed(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = hash(password, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /**
     * Tells whether {@code password} is the one that {@code written} was made of; where there is nothing written, or
     * nothing that a password could be, no, after the same work.
     *
     * @throws BusyException where too many are being checked
     */
    boolean match(String password, Optional<String> written) throws BusyException, InterruptedException {
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new BusyException();
        }
        try {
            Matcher parts = worked(written);
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] expected = base64.decode(parts.group(5));
            byte[] hash = hash(
                    password,
                    base64.decode(parts.group(4)),
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    expected.length);
            boolean isReal = written.filter(parts.group()::equals).isPresent();
            return MessageDigest.isEqual(hash, expected) && isReal;
        } finally {
            places.release();
        }
    }

    /** Whoever a provider has let in has no password here, which how long a guess takes must not tell. */
    Matcher worked(Optional<String> written) {
        return written.map(PHC::matcher).filter(Matcher::matches).orElseGet(() -> {
            Matcher nobody = PHC.matcher(nobodys);
            if (!nobody.matches()) {
                throw new IllegalStateException("what is nobody's is written as what is somebody's");
            }
            return nobody;
        });
    }

    /** A letter with its accent is the same however a keyboard puts it together. */
    private static byte[] hash(String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        generator.generateBytes(bytes, hash);
        return hash;
    }

    /** Says that too many passwords are being checked at once. */
    static final class BusyException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
