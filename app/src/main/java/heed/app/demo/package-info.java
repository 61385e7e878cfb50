/** The demonstration: invented hospitals whose patients answer as patients do, and a story that happens to them. */
package heed.app.demo;
