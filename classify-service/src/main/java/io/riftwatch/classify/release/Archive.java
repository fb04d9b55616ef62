package io.riftwatch.classify.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the files of a rule pack out of a ZIP archive, whatever folders they stand in. */
final class Archive {

  private Archive() {}

  /**
   * The files of the archive; hidden ones are passed over.
   *
   * @param longest bytes of all files together
   * @throws IOException when it is no archive, or its files are too long or no UTF-8
   */
  static PackFiles read(byte[] archive, int longest) throws IOException {
    Map<String, String> files = new TreeMap<>();
    int left = longest;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes(left + 1);
        left -= content.length;
        if (left < 0) {
          throw new IOException("its files are longer than " + longest + " bytes together");
        }
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (!name.isEmpty() && !name.startsWith(".")) {
          files.put(name, text(name, content));
        }
      }
    }
    if (files.isEmpty()) {
      throw new IOException("it is no ZIP archive, or an empty one");
    }
    return new PackFiles(files);
  }

  private static String text(String name, byte[] content) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(name + " is no UTF-8: save it as UTF-8", e);
    }
  }
}
