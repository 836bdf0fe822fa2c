/**
 * Which files a result is shown in. Everything below takes values of {@code lab.result}; only {@code cli} sees it.
 */
package handgrad.show;
