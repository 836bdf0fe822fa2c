/** What several tests need: reference cases, random networks, short runs. */
package handgrad.testing;
