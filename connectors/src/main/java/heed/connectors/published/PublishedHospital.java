package heed.connectors.published;

import heed.schemas.Feedback;
import java.util.Iterator;

/** Holds the published figures of one hospital, and expands them to responses. */
public interface PublishedHospital {

    /** Returns the hospital's code. */
    String code();

    /** Returns the questionnaire that the figures are of. */
    String questionnaire();

    /** Returns how many responses the figures stand for. */
    int responses();

    /** Makes the responses one by one, in the order of {@code given_at}: the same figures always make the same ones. */
    Iterator<Feedback> expand(LocalMonth month);
}
