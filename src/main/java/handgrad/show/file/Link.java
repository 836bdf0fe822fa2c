package handgrad.show.file;

/**
 * A link from a page to a file near it.
 *
 * @param href from the page, with its names as a browser takes them
 */
public record Link(String text, String href) {}
