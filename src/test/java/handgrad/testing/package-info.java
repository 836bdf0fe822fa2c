/** What several tests need: reference cases and random networks. */
package handgrad.testing;
