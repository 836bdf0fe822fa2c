/**
 * Sweeps on Apache Spark. A source root of its own, compiled by {@code mvn -Pspark} and by {@code ./handgrad sweep --master} alone: nobody else
 * has Spark on the class path. Scheduling, retries, lost executors and shipping of jars are Spark's.
 */
package handgrad.spark;
