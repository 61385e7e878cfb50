package heed.connectors.notify;

import heed.schemas.Audience;
import java.util.Optional;

/**
 * Who is told what, where and when.
 *
 * @param audience who reads there: it decides which figures may be in the words
 * @param digest how often, where not at once
 */
public record NoticeRoute(
        String name,
        NoticeScope scope,
        Audience audience,
        Hours hours,
        Optional<DigestEvery> digest,
        Receiver receiver) {}
