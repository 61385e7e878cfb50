/**
 * Has people sign in at a provider of OpenID Connect: asks it who they are, believes only what it signed, and takes
 * what they may from what it says of them. Knows no pages.
 */
@NullMarked
package heed.monitoring.access.provider;

import org.jspecify.annotations.NullMarked;
