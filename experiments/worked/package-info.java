/** Networks small enough for a pencil. */
package worked;
