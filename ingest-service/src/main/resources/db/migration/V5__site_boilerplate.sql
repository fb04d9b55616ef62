CREATE TABLE site (
  name      text PRIMARY KEY,
  pages     integer NOT NULL,
  last_page text NOT NULL
);

COMMENT ON TABLE site IS 'outlets by the pages that were read of each';

CREATE TABLE site_block (
  site      text NOT NULL REFERENCES site ON DELETE CASCADE,
  hash      text NOT NULL,
  pages     integer NOT NULL,
  since     integer NOT NULL,
  last_page text NOT NULL,
  last_seen timestamptz NOT NULL,
  PRIMARY KEY (site, hash)
);

CREATE INDEX site_block_seen ON site_block (site, last_seen DESC, hash);

COMMENT ON TABLE site_block IS 'lines of pages by the pages that hold them: what recurs is boilerplate';
COMMENT ON COLUMN site_block.since IS 'how many pages of the site were read when the line came up';
COMMENT ON COLUMN site_block.last_page IS 'a page that is read again does not count again';
