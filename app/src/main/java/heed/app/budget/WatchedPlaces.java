package heed.app.budget;

import heed.topology.response.Place;
import java.util.List;

/**
 * What is watched besides one unit and one hospital.
 *
 * @param hospital the one hospital
 * @param units units of it that are watched too
 * @param many the hospitals of somebody who watches many; empty where nobody does
 * @param named how these are called in a sentence, such as "200 hospitals"
 */
record WatchedPlaces(Place hospital, int units, List<Place> many, String named) {}
