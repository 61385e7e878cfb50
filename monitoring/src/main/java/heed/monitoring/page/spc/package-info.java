/** The page that shows a line of figures as boards of the NHS read it: an SPC chart. */
package heed.monitoring.page.spc;
