/**
 * Results for programs: tables in CSV and documents in JSON. The only package that sees Tablesaw; sees results.
 */
package handgrad.show.record;
