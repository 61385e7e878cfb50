/**
 * What the pipeline has concluded, held in memory for readers: fed by the output topics alone, so that what is shown is
 * what is committed. Each kind of what they say is an entry of its own ({@code ModelEntries} lists them), with a part
 * of every snapshot; what a viewer may see of a part, the part itself decides.
 */
@NullMarked
package heed.monitoring.readmodel;

import org.jspecify.annotations.NullMarked;
