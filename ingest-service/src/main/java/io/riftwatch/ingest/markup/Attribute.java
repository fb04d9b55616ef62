package io.riftwatch.ingest.markup;

/**
 * An attribute of a tag, as written.
 *
 * @param value without its quotes, references not yet replaced; empty where there is none
 */
public record Attribute(String name, String value) {}
