package heed.connectors.intake;

import heed.connectors.submission.Problems;
import heed.schemas.http.BodyException;
import heed.schemas.http.KnownHosts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request that is not accepted: RFC 9457 problem details, with what this status needs beside them.
 *
 * @param extra further members of the JSON object
 */
record Refusal(int status, String title, String detail, Map<String, Object> extra, Duration retryAfter) {

    static Refusal invalid(Problems problems) {
        return new Refusal(
                400,
                "The submission is not valid",
                "Nothing of it was recorded.",
                Map.of("problems_found", problems.count(), "problems", problems.listed()),
                Duration.ZERO);
    }

    static Refusal notThisKeys(Problems problems) {
        return new Refusal(
                403,
                "The key is not good for all of these hospitals",
                "Nothing of it was recorded.",
                Map.of("problems_found", problems.count(), "problems", problems.listed()),
                Duration.ZERO);
    }

    /** Says that no line of a body was taken. */
    static Refusal noLine(RequestReading reading, Map<String, Object> counts) {
        return reading.isBeyondKey()
                ? new Refusal(
                        403, "The key is not good for these hospitals", "No line was recorded.", counts, Duration.ZERO)
                : new Refusal(400, "No line holds a valid submission", "No line was recorded.", counts, Duration.ZERO);
    }

    static Refusal linesBrokenOff(Map<String, Object> counts) {
        return linesNotAllRead(400, "The body broke off", counts);
    }

    static Refusal linesTooSlow(Map<String, Object> counts) {
        return linesNotAllRead(408, "The body came too slowly", counts);
    }

    private static Refusal linesNotAllRead(int status, String title, Map<String, Object> counts) {
        return new Refusal(
                status,
                title,
                "Lines that were accepted count. Send all of them again: with the same feedback_ids, or the same"
                        + " Idempotency-Key, each counts once.",
                counts,
                Duration.ZERO);
    }

    static Refusal notAllAcknowledged(long line, Map<String, Object> counts) {
        Map<String, Object> extra = new LinkedHashMap<>(counts);
        extra.put("send_again_from_line", line);
        return new Refusal(
                503,
                "Not certainly recorded",
                "It is not certain what was recorded from line " + line + " on. Send again from there, with the same"
                        + " feedback_ids: each counts once. With an Idempotency-Key send all of it again.",
                extra,
                Duration.ofSeconds(5));
    }

    static Refusal parameter(String detail) {
        return of(400, "No such parameter", detail + " Nothing was recorded.");
    }

    static Refusal noWebhook() {
        return of(404, "No such webhook", "The file that the setting intake.webhooks names says which there are.");
    }

    static Refusal noFhir() {
        return of(
                404,
                "No server of FHIR here",
                "The setting intake.fhir names the file of questionnaires whose responses are taken; it is empty.");
    }

    static Refusal notFhirJson() {
        return of(
                415,
                "The body must be FHIR R4 as JSON",
                "Send Content-Type: application/fhir+json, in UTF-8, not compressed. XML is not taken.");
    }

    static Refusal onlyJson() {
        return of(406, "Answers are JSON alone", "Ask with Accept: application/fhir+json, or _format=json.");
    }

    static Refusal conditional() {
        return of(
                412,
                "No condition is known here",
                "Nothing was recorded. Send without If-None-Exist, If-Match and If-None-Match: the same id counts once.");
    }

    static Refusal notSigned() {
        return of(
                401,
                "The delivery has no signature that is good",
                "It is signed with the secret that the file of webhooks names for this source, in that source's form.");
    }

    static Refusal signedAtOtherTime() {
        return of(401, "The delivery was signed at another time", "It may be five minutes old, or ahead, at most.");
    }

    static Refusal deliveredBefore() {
        return of(409, "This delivery was taken before", "What is sent anew is signed with the time of that.");
    }

    static Refusal withoutKey() {
        return of(
                401,
                "No key that is good now",
                "Send Authorization: Bearer KEY, with a key for sending. Whoever looks after Heed makes one with"
                        + " `heed keys add`; one that was revoked or has expired is good for nothing.");
    }

    static Refusal otherKey() {
        return of(403, "The key is not for sending", "Send with a key that was made with --for intake.");
    }

    static Refusal tooManyWithKey(Duration wait) {
        return new Refusal(
                429,
                "Too many requests with this key",
                "An array holds many responses. `heed keys list` says how many requests a minute a key may make.",
                Map.of(),
                wait);
    }

    static Refusal tooLarge() {
        return of(413, "The body is too large", "At most " + IntakeServer.MOST_BYTES + " bytes; split the array.");
    }

    private static Refusal tooSlow() {
        return of(408, "The body came too slowly", "Nothing of it was recorded.");
    }

    static Refusal brokenOff() {
        return of(400, "The body broke off", "Nothing of it was recorded.");
    }

    /** Says what kept a body from coming in. */
    static Refusal of(BodyException.Kind kind) {
        return switch (kind) {
            case TOO_LARGE -> tooLarge();
            case TOO_SLOW -> tooSlow();
            case BROKEN_OFF -> brokenOff();
            case NO_ROOM -> tooManyInWork();
        };
    }

    static Refusal notJson() {
        return of(
                415,
                "The body must be JSON",
                "Send Content-Type: application/json or application/x-ndjson, in UTF-8, not compressed.");
    }

    static Refusal notThisName(String host) {
        return of(421, "Heed does not go by this name", KnownHosts.refusal(host, "intake.names"));
    }

    static Refusal tooManyFromClient(Duration wait) {
        return new Refusal(429, "Too many requests", "An array holds many responses.", Map.of(), wait);
    }

    static Refusal tooManyInWork() {
        return new Refusal(429, "Too many requests at once", "Others are in work.", Map.of(), Duration.ofSeconds(1));
    }

    static Refusal notAcknowledged(List<Map<String, String>> ids) {
        return new Refusal(
                503,
                "Not certainly recorded",
                "It is not certain which of these responses were recorded. Submit them again with the feedback_ids in"
                        + " 'submitted': each counts once, however often it is sent.",
                Map.of("submitted", ids),
                Duration.ofSeconds(5));
    }

    static Refusal of(int status, String title, String detail) {
        return new Refusal(status, title, detail, Map.of(), Duration.ZERO);
    }
}
