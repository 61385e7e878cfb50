/** What people do about a drop: an action is checked, written and waited for here, whether a page or a program asks for it. */
package heed.monitoring.actions;
