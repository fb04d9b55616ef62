package io.riftwatch.classify.release;

/**
 * A mistake in an uploaded rule pack.
 *
 * @param file its name in the pack
 * @param line from 1
 * @param message what is wrong and what to do
 */
public record Mistake(String file, int line, String message) {}
