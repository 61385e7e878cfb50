package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.record.RecordCopy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Makes second factors and checks their codes. An account holds what an app makes codes from sealed by a key that is
 * not in the log, and with its own name, so that it is nothing in another account; of codes for a lost phone it holds
 * digests by the same key.
 */
public final class SecondFactors {

    /** How many codes for a lost phone there are. */
    public static final int RECOVERY_CODES = 10;

    /** How long somebody may take from being shown a secret to typing its first code. */
    static final Duration OFFERED_FOR = Duration.ofMinutes(15);

    private static final int RECOVERY_GROUPS = 3;
    private static final String DIGEST = "HmacSHA256";

    private final Sealing kept;
    private final Sealing offered;
    private final SecretKeySpec digests;
    private final SecureRandom random;

    /**
     * Takes a key that nobody guesses, which every instance has and the log has not.
     *
     * @param key with another one, nobody's second factor is known any more
     */
    public SecondFactors(String key, SecureRandom random) {
        this.kept = new Sealing("second factor", key, random);
        this.offered = new Sealing("second factor offered", key, random);
        this.digests = new SecretKeySpec(Digest.bytes("recovery codes\0" + key), DIGEST);
        this.random = random;
    }

    /**
     * What somebody is shown, to put it into their app.
     *
     * @param secret in letters and digits that are typed into an app
     * @param address the same as apps read it from a QR code; it is none of any server
     * @param sealed what the form sends back, which nobody can change
     */
    public record Offer(String secret, String address, String sealed) {}

    /** Returns a secret for somebody. */
    Offer offer(String name, Instant now) {
        byte[] secret = new byte[TimeCodes.SECRET_BYTES];
        random.nextBytes(secret);
        String text = Base32.toBase32String(secret);
        return offer(
                name,
                text,
                offered.seal(
                        String.join("|", Long.toString(now.plus(OFFERED_FOR).toEpochMilli()), name, text)));
    }

    private static Offer offer(String name, String secret, String sealed) {
        String address = "otpauth://totp/Heed:" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "?secret=" + secret
                + "&issuer=Heed&algorithm=SHA1&digits=" + TimeCodes.DIGITS + "&period=" + TimeCodes.STEP_SECONDS;
        return new Offer(secret, address, sealed);
    }

    /** Returns what somebody was shown; nothing where it was not, or is too old. */
    Optional<Offer> offered(String name, String sealed, Instant now) {
        return offered.open(sealed)
                .map(text -> text.split("\\|", -1))
                .filter(parts -> parts[1].equals(name) && now.isBefore(Instant.ofEpochMilli(Long.parseLong(parts[0]))))
                .map(parts -> offer(name, parts[2], sealed));
    }

    /** Returns the step that a code is of by which somebody shows that their app has the secret. */
    static OptionalLong step(Offer offer, String typed, Instant now) {
        return TimeCodes.step(Base32.decode(offer.secret()), plain(typed), now, 0);
    }

    /** Returns codes for a lost phone, which are shown once. */
    List<String> recoveryCodes() {
        return IntStream.range(0, RECOVERY_CODES)
                .mapToObj(each -> ClearLetters.random(RECOVERY_GROUPS, random))
                .toList();
    }

    /** Has an account ask for the codes of a secret from now on, of which the step {@code used} is not good again. */
    Account.Builder turnOn(Account.Builder account, Offer offer, long used, List<String> recoveryCodes) {
        String name = account.getName();
        return account.setSecondFactor(kept.seal(name + '|' + offer.secret()))
                .setSecondFactorStep(used)
                .setRecoveryCodes(recoveryCodes.stream()
                        .map(code -> digest(name, plain(code)))
                        .toList());
    }

    /** Has an account ask for a password alone. */
    public static Account.Builder turnOff(Account.Builder account) {
        return account.setSecondFactor(null).setSecondFactorStep(0).setRecoveryCodes(List.of());
    }

    /** Returns an account in which the code that was typed is used up; nothing where it is no good one. */
    Optional<Account> use(Account account, String typed, Instant now) {
        String code = plain(typed);
        return time(account, code, now).or(() -> recovery(account, code));
    }

    private Optional<Account> time(Account account, String code, Instant now) {
        OptionalLong step = secret(account)
                .map(secret -> TimeCodes.step(Base32.decode(secret), code, now, account.getSecondFactorStep()))
                .orElse(OptionalLong.empty());
        return step.isEmpty()
                ? Optional.empty()
                : Optional.of(RecordCopy.of(account, Account.newBuilder())
                        .setSecondFactorStep(step.getAsLong())
                        .build());
    }

    private Optional<Account> recovery(Account account, String code) {
        String digest = digest(account.getName(), code);
        return account.getRecoveryCodes().contains(digest)
                ? Optional.of(RecordCopy.of(account, Account.newBuilder())
                        .setRecoveryCodes(account.getRecoveryCodes().stream()
                                .filter(each -> !each.equals(digest))
                                .toList())
                        .build())
                : Optional.empty();
    }

    private Optional<String> secret(Account account) {
        String own = account.getName() + '|';
        return Optional.ofNullable(account.getSecondFactor())
                .flatMap(kept::open)
                .filter(text -> text.startsWith(own))
                .map(text -> text.substring(own.length()));
    }

    /** Tells whether an account has a second factor that was sealed by another key, or for another account. */
    boolean isSealedByAnother(Account account) {
        return account.getSecondFactor() != null && secret(account).isEmpty();
    }

    /** Says of a code what tells it from every other, to nobody who lacks the key. */
    private String digest(String name, String code) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(digests);
            return HexFormat.of().formatHex(mac.doFinal((name + '\n' + code).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + DIGEST, e);
        }
    }

    /** People type codes in groups, as apps and paper show them. */
    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
