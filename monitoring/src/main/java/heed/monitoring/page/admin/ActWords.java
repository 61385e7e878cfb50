package heed.monitoring.page.admin;

import heed.monitoring.access.AccountDesk;
import heed.monitoring.access.AccountStanding;
import heed.monitoring.access.AdministratorActs.Act;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.sentence.English;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what an act does before it is done, and that it was. */
final class ActWords {

    private ActWords() {}

    /** Returns how addresses and forms write it. */
    static String code(Act act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Act> act(@Nullable String code) {
        return Arrays.stream(Act.values())
                .filter(each -> code(each).equals(code))
                .findFirst();
    }

    static String words(Act act) {
        return switch (act) {
            case CHANGE -> "Change role and places";
            case LOCK -> "Lock";
            case UNLOCK -> "Unlock";
            case RESET -> "Give another password";
            case RESET_SECOND_FACTOR -> "Take the second factor away";
        };
    }

    static String button(Act act, Account account) {
        return switch (act) {
            case CHANGE -> "Change " + account.getName();
            case LOCK -> "Yes, lock " + account.getName();
            case UNLOCK -> "Unlock " + account.getName();
            case RESET -> "Yes, give " + account.getName() + " another password";
            case RESET_SECOND_FACTOR -> "Yes, take it away from " + account.getName();
        };
    }

    static String done(Act act) {
        return switch (act) {
            case CHANGE -> "Changed.";
            case LOCK -> "Locked.";
            case UNLOCK -> "Unlocked.";
            case RESET -> "They may sign in again.";
            case RESET_SECOND_FACTOR -> "Their second factor is gone.";
        };
    }

    /** Tells whether an account is as it would be after an act, as far as that can be seen. */
    static boolean isSo(Act act, Account account) {
        return switch (act) {
            case LOCK -> account.getState() == AccountState.LOCKED;
            case UNLOCK, RESET -> account.getState() == AccountState.ACTIVE;
            case RESET_SECOND_FACTOR -> account.getSecondFactor() == null;
            case CHANGE -> true;
        };
    }

    /** Says whom it cuts off from what. */
    static List<String> consequences(Act act, AccountStanding standing) {
        String open = standing.open() == 0
                ? "They are signed in nowhere now."
                : "They are signed in in " + English.counted(standing.open(), "browser")
                        + " now; that ends at once, on every instance.";
        return switch (act) {
            case CHANGE ->
                List.of(
                        "What they may holds at once wherever they are signed in. All of it is said here: a place that is"
                                + " not named is theirs no more.");
            case LOCK ->
                List.of(open, "They are let in no more until somebody unlocks them. What they did stays theirs.");
            case UNLOCK ->
                List.of("They are let in again, with the password and the second factor that they had. If they may have"
                        + " forgotten it, give them another password in place of this.");
            case RESET ->
                List.of(
                        open,
                        "Their password is good no more. You are shown one to give to them, once, good for "
                                + AccountDesk.FIRST_LASTS.toDays() + " days; their second factor stays."
                                + (standing.account().getState() == AccountState.ACTIVE
                                        ? ""
                                        : " It unlocks them too."));
            case RESET_SECOND_FACTOR ->
                List.of(
                        open,
                        "Their app and their recovery codes are good no more; their password alone lets them in. Make sure"
                                + " that it is they who ask. Where a phone was stolen, give them another password first.");
        };
    }
}
