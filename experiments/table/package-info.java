/** Tables: CSV files of the user's own, and the wines shipped with the program. */
package table;
