ALTER TABLE article
  ADD wire_group text,
  ADD agency     text;

CREATE INDEX article_of_group ON article (wire_group, seen_at DESC, id DESC);

COMMENT ON COLUMN article.wire_group IS 'the first article of those that copy one text; null in those of before copies were grouped';

CREATE TABLE article_alias (
  alias      text PRIMARY KEY,
  article_id text NOT NULL
);

COMMENT ON TABLE article_alias IS 'the ids that an article would have by its other addresses';

ALTER TABLE item
  ADD published_at timestamptz,
  ADD page_tries   integer NOT NULL DEFAULT 0;

COMMENT ON COLUMN item.published_at IS 'as the entry says it';
COMMENT ON COLUMN item.page_tries IS 'how often its page failed in passing; 0 where it is not owed';

CREATE INDEX item_of_article ON item (feed_id, article_id);
CREATE INDEX item_of_content ON item (feed_id, content_hash);

CREATE TABLE wire_text (
  ref        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  article_id text NOT NULL CONSTRAINT wire_text_once UNIQUE,
  wire_group text NOT NULL,
  seen_at    timestamptz NOT NULL,
  hashes     integer[] NOT NULL,
  figures    integer[] NOT NULL
);

CREATE INDEX wire_text_age ON wire_text (seen_at);
CREATE INDEX wire_text_group ON wire_text (wire_group);

COMMENT ON COLUMN wire_text.hashes IS 'ascending; the first 16 are its bands';

CREATE TABLE wire_band (
  hash integer NOT NULL,
  ref  bigint NOT NULL,
  PRIMARY KEY (hash, ref)
);

COMMENT ON TABLE wire_band IS 'texts of the last days by the hashes that copies share';
