/**
 * Results as pictures in PNG files: losses, confusions, errors of gradients. The only package that sees XChart; sees results.
 */
package handgrad.show.picture;
